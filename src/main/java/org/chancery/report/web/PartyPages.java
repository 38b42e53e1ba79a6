package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.EntryIntoForce;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Census;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Organisations;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.chancery.report.Side.Whose;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The States and organisations: all with one of them, and what waits on whom, since when. */
@Controller
class PartyPages {

  /** So many lines of each kind a party's page shows before it leads to where they all are. */
  private static final int FEW = 10;

  /** So many of its instruments are on one page. */
  private static final int CASES = 20;

  private static final Set<Status> PASSED =
      Stream.of(Status.values()).filter(Status::isPastDue).collect(Collectors.toUnmodifiableSet());

  private final WhoseTurn turns;
  private final OverdueReport report;
  private final Questions questions;
  private final Census census;
  private final Instruments instruments;
  private final Organisations organisations;
  private final Deadlines deadlines;
  private final PartyCode home;

  PartyPages(
      WhoseTurn turns,
      OverdueReport report,
      Questions questions,
      Census census,
      Instruments instruments,
      Organisations organisations,
      Deadlines deadlines,
      @Value("${chancery.home}") String home) {
    this.turns = turns;
    this.report = report;
    this.questions = questions;
    this.census = census;
    this.instruments = instruments;
    this.organisations = organisations;
    this.deadlines = deadlines;
    this.home = new PartyCode(home);
  }

  /**
   * An instrument with the party.
   *
   * @param file the case
   * @param stage how far it has come
   * @param force when it enters into force for the party
   */
  record Line(CaseFile file, Stage stage, EntryIntoForce.OfParty force) {}

  @GetMapping("/reports/waiting")
  String waiting(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Page<Waiting> page = turns.theirs(asked.party(), asked.one("after", Reference::new));
    model.addAttribute("asked", asked);
    model.addAttribute("waiting", page.items());
    model.addAttribute("next", page.next());
    model.addAttribute("parties", census.byParty().keySet());
    model.addAttribute("home", home);
    model.addAttribute("today", instruments.today());
    Report late = late(asked);
    model.addAttribute("late", late.items());
    model.addAttribute("lateInAll", inAll(late));
    return "waiting";
  }

  @GetMapping("/parties")
  String parties(Model model, Locale locale) {
    Collator order = Collator.getInstance(locale);
    model.addAttribute(
        "parties",
        census.byParty().entrySet().stream()
            .filter(each -> !each.getKey().equals(home))
            .sorted(
                Comparator.comparing(each -> organisations.nameOf(each.getKey(), locale), order))
            .toList());
    return "parties";
  }

  @GetMapping("/parties/{code}")
  String party(@PathVariable String code, HttpServletRequest request, Model model, Locale locale) {
    PartyCode party = known(code);
    Asked asked = Asked.of(request);
    Reference after = asked.one("after", Reference::new);
    Page<CaseFile> page =
        instruments.list(with(party), after == null ? null : after.value(), CASES);
    Report told = told(party);
    model.addAttribute("party", party);
    model.addAttribute("heading", organisations.nameOf(party, locale));
    model.addAttribute("ours", party.equals(home));
    model.addAttribute("asked", asked);
    if (!party.equals(home)) {
      model.addAttribute("theirs", turns.theirs(party, null));
      model.addAttribute("waitsOnUs", turns.ours(party, asked.one("ours", Reference::new)));
    }
    model.addAttribute("few", FEW);
    model.addAttribute("found", inAll(told));
    model.addAttribute("items", told.items());
    model.addAttribute("lines", page.items().stream().map(file -> line(file, party)).toList());
    model.addAttribute("next", page.next());
    return "party";
  }

  private Report told(PartyCode party) {
    Asked asked = new Asked("/reports/overdue", Map.of("party", List.of(party.value())));
    Set<Status> wanted = EnumSet.copyOf(Question.USUAL);
    wanted.add(Status.CONTRADICTION);
    return few(questions.of(asked, wanted));
  }

  /** The deadlines of the other sides, or of the one asked for, that have passed. */
  private Report late(Asked asked) {
    return few(questions.of(asked.asking("side", Whose.THEIRS), PASSED));
  }

  private Report few(Question question) {
    report.await(question);
    return report.page(question, null, FEW);
  }

  private static long inAll(Report told) {
    return told.totals().values().stream().mapToLong(each -> each).sum();
  }

  private Line line(CaseFile file, PartyCode party) {
    return new Line(
        file,
        file.stage(instruments.today()),
        deadlines.entryIntoForce(file).of(party).orElseThrow());
  }

  private PartyCode known(String code) {
    PartyCode party = PartyCode.typed(code);
    if (!party.isState() && !organisations.knows(party)) {
      throw Refusal.notFound("http.404");
    }
    return party;
  }

  private static Filter with(PartyCode party) {
    return new Filter(null, null, null, party, null, null, null, null, null);
  }
}
