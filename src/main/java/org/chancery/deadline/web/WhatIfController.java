package org.chancery.deadline.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.Viewpoint;
import org.chancery.calendar.Viewpoints;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.EntryIntoForce;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.web.StandingController.MilestoneView;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Description;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.NewMilestone;
import org.chancery.instrument.Opening;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Supposing;
import org.chancery.web.Described;
import org.chancery.web.MergePatch;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.StoresNothing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers what would follow if something were so; stores nothing. */
@RestController
class WhatIfController {

  private static final int MOST = 500;

  private final Instruments instruments;
  private final Supposing supposing;
  private final Deadlines deadlines;
  private final Viewpoints time;
  private final Reading reading;
  private final ObjectMapper json;

  WhatIfController(
      Instruments instruments,
      Supposing supposing,
      Deadlines deadlines,
      Viewpoints time,
      Reading reading,
      ObjectMapper json) {
    this.instruments = instruments;
    this.supposing = supposing;
    this.deadlines = deadlines;
    this.time = time;
    this.reading = reading;
    this.json = json;
  }

  /**
   * What is supposed.
   *
   * @param reference a case of the register; null where {@code case} tells one
   * @param told a case as it would be opened; null where {@code reference} names one
   * @param add what would happen, and what would be due
   * @param set how what describes the case would be corrected, RFC 7386
   * @param asOf the day to judge at; null: today or, where what is supposed lies ahead, its last
   *     day
   */
  record Supposition(
      @Nullable Reference reference,
      @JsonProperty("case") @Nullable JsonNode told,
      @Valid @Nullable Added add,
      @Nullable JsonNode set,
      @Nullable LocalDate asOf) {}

  /**
   * What is added to the case.
   *
   * @param events what would happen
   * @param milestones what would be due
   */
  record Added(
      @Size(max = MOST) @Nullable List<@NotNull @Valid NewEvent> events,
      @Size(max = MOST) @Nullable List<@NotNull @Valid NewMilestone> milestones) {

    static final Added NOTHING = new Added(null, null);
  }

  /**
   * What would follow.
   *
   * @param asOf the day it is judged at; null: the present moment, in each zone its own day
   * @param milestones the deadlines with how they would stand
   * @param entryIntoForce when the instrument would enter into force
   * @param findings what would be told
   */
  record Supposed(
      @Nullable LocalDate asOf,
      List<MilestoneView> milestones,
      EntryIntoForce entryIntoForce,
      List<Finding> findings) {}

  @StoresNothing
  @PostMapping("/api/what-if")
  Supposed answer(@Described(Supposition.class) @RequestBody JsonNode body) {
    Supposition said = reading.read(body, Supposition.class);
    CaseFile file = supposed(said);
    LocalDate day = said.asOf() == null ? lastDay(said.add()) : said.asOf();
    Viewpoint from = time.of(day, null);
    Judgement judgement = deadlines.judge(file, from);
    return new Supposed(
        day,
        StandingController.views(judgement),
        deadlines.entryIntoForce(file, from),
        judgement.findings().stream().filter(each -> each.status().isReported()).toList());
  }

  private CaseFile supposed(Supposition said) {
    if ((said.reference() == null) == (said.told() == null)) {
      throw Refusal.invalid(List.of(Refusal.Fault.at("/reference", "whatIf.case")));
    }
    CaseFile file =
        said.reference() == null
            ? supposing.of(Opening.of(Objects.requireNonNull(said.told()), reading, "/case"))
            : instruments.get(said.reference());
    Added add = said.add() == null ? Added.NOTHING : said.add();
    return supposing.of(
        file,
        description(file, said.set()),
        Objects.requireNonNullElse(add.milestones(), List.of()),
        Objects.requireNonNullElse(add.events(), List.of()),
        "/add");
  }

  private Description description(CaseFile file, @Nullable JsonNode set) {
    if (set == null) {
      return file.description();
    }
    JsonNode merged = MergePatch.apply(json.valueToTree(file.description()), set);
    return reading.read(merged, Description.class, "/set");
  }

  /** The last day of what would happen, where it lies ahead; null where all of it is past. */
  private @Nullable LocalDate lastDay(@Nullable Added add) {
    List<NewEvent> events = add == null ? null : add.events();
    return Stream.ofNullable(events)
        .flatMap(List::stream)
        .map(NewEvent::on)
        .map(StatedDate::latest)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .filter(instruments.today()::isBefore)
        .orElse(null);
  }
}
