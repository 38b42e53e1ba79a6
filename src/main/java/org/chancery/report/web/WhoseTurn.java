package org.chancery.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.calendar.Zones;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.lifecycle.OtherSides;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits on whom in the cases that the reader may see, and since when. */
@Component
@Transactional(readOnly = true)
class WhoseTurn {

  /** So many cases are looked at, at once. */
  private static final int CASES = 200;

  /** So often it goes on while too little is found. */
  private static final int ROUNDS = 10;

  /** So many of our own steps are on one page, and those of one more case. */
  private static final int STEPS = 20;

  private static final Comparator<@Nullable Event> LONGEST_FIRST =
      Comparator.nullsLast(Comparator.comparing(Event::on));

  private final OtherSides others;
  private final Processes processes;
  private final Instruments instruments;
  private final Zones zones;

  WhoseTurn(OtherSides others, Processes processes, Instruments instruments, Zones zones) {
    this.others = others;
    this.processes = processes;
    this.instruments = instruments;
    this.zones = zones;
  }

  /**
   * A step that waits on our side.
   *
   * @param step the step
   * @param file the case
   * @param milestone what it carries out, where it carries out one
   * @param due the last day allowed, in the zone of this house; null where none is known
   * @param since what made it our turn; null where the record does not say
   */
  record Ours(
      OpenStep step,
      CaseFile file,
      @Nullable Milestone milestone,
      @Nullable LocalDate due,
      @Nullable Event since) {}

  /**
   * What waits on the party, or on any other side: a page of it by the references of the cases, and
   * on the page the longest wait first.
   *
   * @param after the reference that the page before ended with; null for the first
   */
  public Page<Waiting> theirs(@Nullable PartyCode party, @Nullable Reference after) {
    Page<CaseFile> cases = concluding(party, key(after));
    List<Waiting> found = waiting(cases, party);
    for (int round = 1; goesOn(cases, found, 1) && round < ROUNDS; round++) {
      cases = concluding(party, cases.next());
      found = waiting(cases, party);
    }
    return new Page<>(found, cases.next());
  }

  private List<Waiting> waiting(Page<CaseFile> cases, @Nullable PartyCode party) {
    LocalDate today = instruments.today();
    return cases.items().stream()
        .flatMap(file -> others.awaitedIn(file).stream())
        .filter(awaited -> party == null || awaited.party().equals(party))
        .map(awaited -> Waiting.of(awaited, today))
        .sorted(Waiting.LONGEST_FIRST)
        .toList();
  }

  /** Those cases in whose stage another side can be awaited, by reference. */
  private Page<CaseFile> concluding(@Nullable PartyCode party, @Nullable String after) {
    List<Page<CaseFile>> pages =
        OtherSides.STAGES.stream()
            .map(stage -> instruments.list(cases(party, stage), after, CASES))
            .toList();
    List<CaseFile> all =
        pages.stream()
            .flatMap(page -> page.items().stream())
            .sorted(Comparator.comparing(CaseFile::reference))
            .toList();
    List<CaseFile> first = all.stream().limit(CASES).toList();
    boolean goesOn =
        all.size() > CASES || pages.stream().map(Page::next).anyMatch(Objects::nonNull);
    return new Page<>(first, goesOn ? first.get(first.size() - 1).reference().value() : null);
  }

  /**
   * What waits on our side in the cases with the party: a page of it by the references of the
   * cases, and on the page the longest wait first.
   *
   * @param after the reference that the page before ended with; null for the first
   */
  public Page<Ours> ours(PartyCode party, @Nullable Reference after) {
    List<Ours> found = new ArrayList<>();
    Page<CaseFile> cases = instruments.list(cases(party, null), key(after), STEPS);
    found.addAll(steps(cases.items()));
    for (int round = 1; goesOn(cases, found, STEPS) && round < ROUNDS; round++) {
      cases = instruments.list(cases(party, null), cases.next(), STEPS);
      found.addAll(steps(cases.items()));
    }
    found.sort(Comparator.comparing(Ours::since, LONGEST_FIRST));
    return new Page<>(found, cases.next());
  }

  private static boolean goesOn(Page<CaseFile> cases, List<?> found, int enough) {
    return cases.next() != null && found.size() < enough;
  }

  private List<Ours> steps(List<CaseFile> files) {
    Map<Reference, CaseFile> byReference =
        files.stream().collect(Collectors.toMap(CaseFile::reference, Function.identity()));
    return processes.openSteps(byReference.keySet()).stream()
        .filter(step -> !others.isOnlyAwaiting(step))
        .flatMap(
            step -> Stream.ofNullable(byReference.get(step.reference())).map(of -> ours(step, of)))
        .toList();
  }

  private Ours ours(OpenStep step, CaseFile file) {
    Integer number = step.milestone();
    Instant due = step.due();
    return new Ours(
        step,
        file,
        number == null ? null : file.milestone(number).orElse(null),
        due == null ? null : LocalDate.ofInstant(due, zones.home()),
        others.waitsSince(step, file).orElse(null));
  }

  private static @Nullable String key(@Nullable Reference after) {
    return after == null ? null : after.value();
  }

  private static Filter cases(@Nullable PartyCode party, @Nullable Stage stage) {
    return new Filter(null, stage, null, party, null, null, null, null, null);
  }
}
