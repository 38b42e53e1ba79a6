package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.chancery.access.Bodies;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filter;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.chancery.web.OneOf;
import org.chancery.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The report drawn: deadlines along time, ages of lateness, lateness of bodies, ways of cases. */
@Controller
@RequestMapping("/reports")
class PicturePages {

  /** What is late, or comes: all that has a day. */
  static final Set<Status> LATE_OR_COMING =
      Set.copyOf(EnumSet.range(Status.SEVERELY_OVERDUE, Status.DUE_SOON));

  /** How many deadlines one page draws. */
  private static final int LINES = 100;

  /** The ways of how many instruments one page draws. */
  private static final int WAYS = 40;

  private final OverdueReport report;
  private final Questions questions;
  private final Timelines timelines;
  private final Strips strips;
  private final Trends trends;
  private final Instruments instruments;
  private final Bodies bodies;
  private final Reader reader;

  PicturePages(
      OverdueReport report,
      Questions questions,
      Timelines timelines,
      Strips strips,
      Trends trends,
      Instruments instruments,
      Bodies bodies,
      Reader reader) {
    this.report = report;
    this.questions = questions;
    this.timelines = timelines;
    this.strips = strips;
    this.trends = trends;
    this.instruments = instruments;
    this.bodies = bodies;
    this.reader = reader;
  }

  @GetMapping("/timeline")
  String timeline(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Question question = questions.of(asked, Questions.statuses(asked, LATE_OR_COMING));
    report.await(question);
    Report page = report.page(question, asked.has("after") ? asked.text("after") : null, LINES);
    show(asked, model);
    model.addAttribute("day", page.asOf());
    model.addAttribute("next", page.next());
    model.addAttribute("timeline", timelines.of(page.items(), page.asOf()));
    return "timeline";
  }

  @GetMapping("/pictures")
  String pictures(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Question late = questions.of(asked, Trends.LATE);
    report.await(late);
    Trend trend = trends.of(asked, day(asked));
    show(asked, model);
    model.addAttribute("day", day(asked));
    model.addAttribute("ages", Ages.of(report.summary(late).byAge()));
    model.addAttribute("trend", trend);
    model.addAttribute("columns", Columns.of(trend, asked, reader));
    return "pictures";
  }

  @GetMapping("/stages")
  String stages(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Filter filter =
        new Filter(
            null,
            asked.one("stage", OneOf.of(Stage.class)),
            asked.one("type", OneOf.of(InstrumentType.class)),
            asked.party(),
            asked.one("body", bodies::known),
            null,
            asked.text("q"),
            null,
            null);
    Reference after = asked.one("after", Reference::new);
    Page<CaseFile> page = instruments.list(filter, after == null ? null : after.value(), WAYS);
    show(asked, model);
    model.addAttribute("stages", Stage.values());
    model.addAttribute("types", InstrumentType.values());
    model.addAttribute("next", page.next());
    LocalDate day = day(asked);
    model.addAttribute("day", day);
    model.addAttribute(
        "strips", strips.of(page.items().stream().map(file -> file.until(day)).toList(), day));
    return "stages";
  }

  private void show(Asked asked, Model model) {
    model.addAttribute("asked", asked);
    model.addAttribute("bodies", bodies.all());
    model.addAttribute("kinds", MilestoneKind.values());
  }

  private LocalDate day(Asked asked) {
    LocalDate day = asked.day("asOf");
    return day == null ? instruments.today() : day;
  }
}
