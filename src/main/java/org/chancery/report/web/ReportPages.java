package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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
import org.chancery.calendar.Zones;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Rule;
import org.chancery.instrument.Basis;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Stage;
import org.chancery.lifecycle.Spot;
import org.chancery.report.Figures;
import org.chancery.report.Item;
import org.chancery.report.OverdueReport;
import org.chancery.report.Overview;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.chancery.report.Side;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
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

  /** What is older than that is said to be. */
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final OverdueReport overdue;
  private final Questions questions;
  private final Said said;
  private final Accounts accounts;
  private final Bodies bodies;
  private final Deadlines deadlines;
  private final Clock clock;
  private final Waivers waivers;
  private final Zones zones;

  ReportPages(
      OverdueReport overdue,
      Questions questions,
      Said said,
      Accounts accounts,
      Bodies bodies,
      Deadlines deadlines,
      Clock clock,
      Waivers waivers,
      Zones zones) {
    this.overdue = overdue;
    this.questions = questions;
    this.said = said;
    this.accounts = accounts;
    this.bodies = bodies;
    this.deadlines = deadlines;
    this.clock = clock;
    this.waivers = waivers;
    this.zones = zones;
  }

  @GetMapping("/")
  String start(Model model) {
    Asked asked = new Asked("/reports/overdue", Map.of());
    Question question = questions.of(asked, Question.ANY);
    overdue.await(question);
    figures(asked, question, overdue.figures(question), model);
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
    overdue.await(question);
    Overview overview = overdue.overview(question, after, Page.DEFAULT_LIMIT);
    figures(asked, question, overview.figures(), model);
    model.addAttribute("isAhead", overdue.dayOf(question).isAfter(overdue.dayOf(questions.now())));
    Report report = overview.report();
    model.addAttribute("report", report);
    model.addAttribute("isOfAnotherMinute", isOfAnotherMinute(report));
    model.addAttribute("begun", begunAfter(report));
    model.addAttribute("unjudged", overdue.unjudged(question));
    model.addAttribute("leftOut", overdue.leftOut(question));
    boolean isPast = asked.has("asOf") || asked.has("knownAt");
    model.addAttribute("proposed", isPast ? Set.of() : names(waivers.proposedIn(report)));
    tick(asked, report, model);
    Set<BodyCode> decides = decides();
    model.addAttribute("decides", decides);
    model.addAttribute("canTick", report.items().stream().anyMatch(item -> isOf(decides, item)));
    model.addAttribute("saidThen", said.isThen(asked));
    model.addAttribute("known", said.known(asked));
    model.addAttribute("bodies", bodies.all());
    model.addAttribute("kinds", MilestoneKind.values());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("stages", Stage.values());
    model.addAttribute("sides", Side.Whose.values());
    model.addAttribute("rules", deadlines.catalogue().stream().map(Rule::id).sorted().toList());
    model.addAttribute("subjects", SUBJECTS);
    model.addAttribute("people", colleagues());
    return "overdue";
  }

  /** Whether it was worked out a while ago, or is of what was known at another moment. */
  private boolean isOfAnotherMinute(Report report) {
    return report.knownAt().isBefore(clock.instant().minus(A_WHILE));
  }

  /** The day this house began to work, where the report is of an earlier day; else null. */
  private @Nullable LocalDate begunAfter(Report report) {
    LocalDate begun = deadlines.houseStart();
    boolean knew = !LocalDate.ofInstant(report.knownAt(), zones.home()).isBefore(begun);
    return knew && !report.asOf().isBefore(begun) ? null : begun;
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

  private void figures(Asked asked, Question question, Figures figures, Model model) {
    model.addAttribute("asked", asked);
    model.addAttribute("day", overdue.dayOf(question));
    model.addAttribute("figures", figures);
    model.addAttribute("headlines", Headline.values());
  }

  /** Whether the line is a deadline of one of the bodies. */
  private static boolean isOf(Set<BodyCode> decides, Item item) {
    @Nullable BodyCode body = item.finding().body();
    return body != null && decides.contains(body) && spot(item).findAny().isPresent();
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
