package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private static final int LONGEST_WAITS = 200;

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
    List<Waiting> all = turns.theirs(asked.one("party", PartyCode::new));
    model.addAttribute("asked", asked);
    model.addAttribute("count", all.size());
    model.addAttribute("waiting", all.stream().limit(LONGEST_WAITS).toList());
    model.addAttribute("parties", census.byParty().keySet());
    model.addAttribute("home", home);
    model.addAttribute("today", instruments.today());
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
        instruments.list(with(party), after == null ? null : after.value(), Page.DEFAULT_LIMIT);
    Report told = told(party);
    model.addAttribute("party", party);
    model.addAttribute("heading", organisations.nameOf(party, locale));
    model.addAttribute("ours", party.equals(home));
    model.addAttribute("asked", asked);
    model.addAttribute("theirs", party.equals(home) ? List.of() : turns.theirs(party));
    model.addAttribute("waitsOnUs", party.equals(home) ? List.of() : turns.ours(party));
    model.addAttribute("found", told.totals().values().stream().mapToLong(each -> each).sum());
    model.addAttribute("items", told.items());
    model.addAttribute("lines", page.items().stream().map(file -> line(file, party)).toList());
    model.addAttribute("next", page.next());
    return "party";
  }

  private Report told(PartyCode party) {
    Asked asked = new Asked("/reports/overdue", Map.of("party", List.of(party.value())));
    Set<Status> wanted = EnumSet.copyOf(Question.USUAL);
    wanted.add(Status.CONTRADICTION);
    Question question = questions.of(asked, wanted);
    report.await(question);
    return report.page(question, null, Page.DEFAULT_LIMIT);
  }

  private Line line(CaseFile file, PartyCode party) {
    return new Line(
        file,
        file.stage(instruments.today()),
        deadlines.entryIntoForce(file).of(party).orElseThrow());
  }

  private PartyCode known(String code) {
    PartyCode party = new PartyCode(code.toUpperCase(Locale.ROOT));
    if (!party.isState() && !organisations.knows(party)) {
      throw Refusal.notFound("http.404");
    }
    return party;
  }

  private static Filter with(PartyCode party) {
    return new Filter(null, null, null, party, null, null, null, null, null);
  }
}
