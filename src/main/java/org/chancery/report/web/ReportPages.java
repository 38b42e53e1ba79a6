package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Rule;
import org.chancery.instrument.Basis;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Stage;
import org.chancery.lifecycle.Spot;
import org.chancery.report.Item;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.chancery.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page one starts at, and the managers' report. */
@Controller
class ReportPages {

  /** The fields that have a word; a case may name another. */
  private static final List<String> SUBJECTS =
      List.of(
          "CULTURE",
          "DIGITAL",
          "ECOLOGY",
          "ECONOMY",
          "EDUCATION",
          "ENERGY",
          "HEALTH",
          "POLITICAL",
          "TRANSPORT");

  private final OverdueReport overdue;
  private final Questions questions;
  private final Said said;
  private final Accounts accounts;
  private final Bodies bodies;
  private final Deadlines deadlines;
  private final Waivers waivers;

  ReportPages(
      OverdueReport overdue,
      Questions questions,
      Said said,
      Accounts accounts,
      Bodies bodies,
      Deadlines deadlines,
      Waivers waivers) {
    this.overdue = overdue;
    this.questions = questions;
    this.said = said;
    this.accounts = accounts;
    this.bodies = bodies;
    this.deadlines = deadlines;
    this.waivers = waivers;
  }

  @GetMapping("/")
  String start(Model model) {
    Asked asked = new Asked("/reports/overdue", Map.of());
    figures(asked, questions.of(asked, Question.ANY), model);
    return "start";
  }

  @GetMapping("/reports/overdue")
  String overdue(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Optional<String> plain = said.address(asked);
    return plain.isPresent() ? "redirect:" + plain.get() : overdue(asked, model);
  }

  private String overdue(Asked asked, Model model) {
    Question question = questions.of(asked, Questions.statuses(asked, Question.USUAL));
    String after = asked.has("after") ? asked.text("after") : null;
    figures(asked, question.whole(), model);
    model.addAttribute("isAhead", overdue.dayOf(question).isAfter(overdue.dayOf(questions.now())));
    Report report = overdue.page(question, after, Page.DEFAULT_LIMIT);
    model.addAttribute("report", report);
    boolean isPast = asked.has("asOf") || asked.has("knownAt");
    model.addAttribute("proposed", isPast ? Set.of() : names(waivers.proposedIn(report)));
    tick(asked, report, model);
    model.addAttribute("decides", decides());
    model.addAttribute("saidThen", said.isThen(asked));
    model.addAttribute("known", said.known(asked));
    model.addAttribute("bodies", bodies.all());
    model.addAttribute("kinds", MilestoneKind.values());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("stages", Stage.values());
    model.addAttribute("rules", deadlines.catalogue().stream().map(Rule::id).sorted().toList());
    model.addAttribute("subjects", SUBJECTS);
    model.addAttribute("people", colleagues());
    return "overdue";
  }

  /** What she has ticked, and what of it stands on other pages of the report. */
  private static void tick(Asked asked, Report report, Model model) {
    Set<Spot> ticked = asked.all("on", Spot::parse);
    Set<Spot> elsewhere = new LinkedHashSet<>(ticked);
    report.items().stream().flatMap(ReportPages::spot).forEach(elsewhere::remove);
    model.addAttribute("ticked", names(ticked));
    model.addAttribute("elsewhere", names(elsewhere));
  }

  private static Set<String> names(Set<Spot> spots) {
    return spots.stream().map(Spot::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Spot> spot(Item item) {
    Finding.Subject subject = item.finding().subject();
    return Stream.ofNullable(subject.milestone())
        .map(milestone -> Spot.of(subject.reference(), milestone));
  }

  private void figures(Asked asked, Question question, Model model) {
    model.addAttribute("asked", asked);
    model.addAttribute("day", overdue.dayOf(question));
    model.addAttribute("figures", overdue.figures(question));
    model.addAttribute("headlines", Headline.values());
  }

  /** The bodies on whose deadlines she decides. */
  private Set<BodyCode> decides() {
    Account account = accounts.current();
    return account.is(Role.MANAGER) ? account.bodies() : Set.of();
  }

  /** Those who may have claimed a task of a case that she sees. */
  private List<Account> colleagues() {
    Account account = accounts.current();
    return account.bodies().stream()
        .flatMap(body -> accounts.members(body).stream())
        .distinct()
        .toList();
  }
}
