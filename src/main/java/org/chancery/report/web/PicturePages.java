package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filter;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.report.Item;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The report drawn: deadlines along time, ages of lateness, lateness of bodies, ways of cases. */
@Controller
@RequestMapping("/reports")
class PicturePages {

  /** How many instruments one page draws. */
  private static final int DRAWN = 40;

  private final Told told;
  private final Questions questions;
  private final Timelines timelines;
  private final Strips strips;
  private final Trends trends;
  private final Instruments instruments;
  private final Bodies bodies;
  private final Reader reader;

  PicturePages(
      Told told,
      Questions questions,
      Timelines timelines,
      Strips strips,
      Trends trends,
      Instruments instruments,
      Bodies bodies,
      Reader reader) {
    this.told = told;
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
    Set<Status> wanted = asked.all("status", Status::valueOf);
    List<Item> items =
        told.items(questions.of(asked, wanted.isEmpty() ? Told.LATE_OR_COMING : wanted)).stream()
            .filter(item -> item.finding().due() != null)
            .toList();
    List<Reference> all = references(items);
    List<Reference> shown = after(all, asked.one("after", Reference::new));
    Set<Reference> drawn = Set.copyOf(shown.subList(0, Math.min(DRAWN, shown.size())));
    LocalDate day = day(asked);
    show(asked, model);
    model.addAttribute("day", day);
    model.addAttribute("count", all.size());
    model.addAttribute("next", shown.size() > DRAWN ? shown.get(DRAWN - 1) : null);
    model.addAttribute(
        "timeline",
        timelines.of(
            items.stream()
                .filter(item -> drawn.contains(item.finding().subject().reference()))
                .toList(),
            day));
    return "timeline";
  }

  @GetMapping("/pictures")
  String pictures(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Trend trend = trends.of(asked, day(asked));
    show(asked, model);
    model.addAttribute("day", day(asked));
    model.addAttribute("ages", Ages.of(told.items(questions.of(asked, Told.LATE))));
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
            asked.one("stage", Stage::valueOf),
            asked.one("type", InstrumentType::valueOf),
            asked.one("party", PartyCode::new),
            asked.one("body", BodyCode::new),
            null,
            asked.text("q"),
            null,
            null);
    Reference after = asked.one("after", Reference::new);
    Page<CaseFile> page = instruments.list(filter, after == null ? null : after.value(), DRAWN);
    show(asked, model);
    model.addAttribute("stages", Stage.values());
    model.addAttribute("types", InstrumentType.values());
    model.addAttribute("next", page.next());
    model.addAttribute("strips", strips.of(page.items(), instruments.today()));
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

  private static List<Reference> references(List<Item> items) {
    Set<Reference> references = new LinkedHashSet<>();
    items.forEach(item -> references.add(item.finding().subject().reference()));
    return List.copyOf(references);
  }

  /** What follows the reference; all where it is not among them any more. */
  private static List<Reference> after(List<Reference> all, @Nullable Reference last) {
    int place = last == null ? -1 : all.indexOf(last);
    return new ArrayList<>(all.subList(place + 1, all.size()));
  }
}
