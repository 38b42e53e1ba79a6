package org.chancery.report.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Status;
import org.chancery.instrument.Census;
import org.chancery.instrument.Stage;
import org.chancery.process.Processes;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What each ministry has open, of what the reader may see. */
@Controller
@RequestMapping("/bodies")
class BodyPages {

  private static final Set<Status> LATE =
      Set.of(Status.SEVERELY_OVERDUE, Status.OVERDUE, Status.GRACE);

  private static final Set<Status> COMING =
      Set.of(Status.DUE_TODAY, Status.AT_RISK, Status.DUE_SOON);

  /** So many lines of each kind a body's page shows before it leads to where they all are. */
  private static final int FEW = 10;

  private final OverdueReport report;
  private final Questions questions;
  private final Census census;
  private final Bodies bodies;
  private final Processes processes;
  private final Accounts accounts;

  BodyPages(
      OverdueReport report,
      Questions questions,
      Census census,
      Bodies bodies,
      Processes processes,
      Accounts accounts) {
    this.report = report;
    this.questions = questions;
    this.census = census;
    this.bodies = bodies;
    this.processes = processes;
    this.accounts = accounts;
  }

  /**
   * A body in the list.
   *
   * @param body the body
   * @param open how many of its cases have not ended
   * @param late how many of its deadlines are overdue
   * @param tasks how many tasks wait for it; null where that is not the reader's business
   */
  record Line(Body body, int open, long late, @Nullable Integer tasks) {}

  @GetMapping
  String list(Model model) {
    Map<BodyCode, Map<Stage, Integer>> cases = census.byBody();
    Question question = questions.of(asking(null), Trends.LATE);
    report.await(question);
    Map<String, Long> late = report.summary(question).byBody();
    model.addAttribute(
        "lines",
        bodies.all().stream()
            .map(
                body ->
                    new Line(
                        body,
                        open(cases.getOrDefault(body.code(), Map.of())),
                        late.getOrDefault(body.code().value(), 0L),
                        tasks(body.code())))
            .toList());
    return "bodies";
  }

  @GetMapping("/{code}")
  String body(@PathVariable String code, Model model, Locale locale) {
    Body body =
        bodies.find(new BodyCode(code)).orElseThrow(() -> Refusal.notFound("body.unknown", code));
    model.addAttribute("body", body);
    model.addAttribute("heading", body.nameIn(locale));
    model.addAttribute("stages", census.byBody().getOrDefault(body.code(), Map.of()));
    model.addAttribute("tasks", tasks(body.code()));
    show("late", told(body.code(), LATE), model);
    show("coming", told(body.code(), COMING), model);
    return "body";
  }

  /** The people of a body, and those who see every case, may know how much work waits there. */
  private @Nullable Integer tasks(BodyCode body) {
    Account reader = accounts.current();
    return reader.seesAll() || reader.isOf(body) ? processes.countOf(body) : null;
  }

  private static void show(String part, Report told, Model model) {
    model.addAttribute(part, told.items());
    model.addAttribute(
        part + "Count", told.totals().values().stream().mapToLong(each -> each).sum());
  }

  private Report told(BodyCode body, Set<Status> statuses) {
    Question question = questions.of(asking(body), statuses);
    report.await(question);
    return report.page(question, null, FEW);
  }

  private static int open(Map<Stage, Integer> stages) {
    return stages.entrySet().stream()
        .filter(each -> !each.getKey().isEnd())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static Asked asking(@Nullable BodyCode body) {
    return new Asked(
        "/reports/overdue", body == null ? Map.of() : Map.of("body", List.of(body.value())));
  }
}
