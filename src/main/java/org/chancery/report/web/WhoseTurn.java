package org.chancery.report.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.lifecycle.OtherSides;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits on whom in the cases that the reader may see, and since when. */
@Component
@Transactional(readOnly = true)
class WhoseTurn {

  /** So many of our own steps are looked for at most. */
  static final int MOST = 100;

  private final Seen seen;
  private final OtherSides others;
  private final Processes processes;
  private final Instruments instruments;

  WhoseTurn(Seen seen, OtherSides others, Processes processes, Instruments instruments) {
    this.seen = seen;
    this.others = others;
    this.processes = processes;
    this.instruments = instruments;
  }

  /**
   * A step that waits on our side.
   *
   * @param step the step
   * @param file the case
   */
  record Ours(OpenStep step, CaseFile file) {}

  /** What waits on the party, or on any other side; the longest wait first. */
  public List<Waiting> theirs(@Nullable PartyCode party) {
    LocalDate today = instruments.today();
    return OtherSides.STAGES.stream()
        .flatMap(stage -> seen.cases(cases(party, stage)))
        .flatMap(file -> others.awaitedIn(file).stream())
        .filter(awaited -> party == null || awaited.party().equals(party))
        .map(awaited -> Waiting.of(awaited, today))
        .sorted(Waiting.LONGEST_FIRST)
        .toList();
  }

  /** What waits on our side in the cases with the party: the first hundred, the oldest first. */
  public List<Ours> ours(PartyCode party) {
    return seen.chunks(cases(party, null))
        .flatMap(this::steps)
        .limit(MOST)
        .sorted(Comparator.comparing(each -> each.step().createdAt()))
        .toList();
  }

  private Stream<Ours> steps(List<CaseFile> files) {
    Map<Reference, CaseFile> byReference =
        files.stream().collect(Collectors.toMap(CaseFile::reference, Function.identity()));
    return processes.openSteps(byReference.keySet()).stream()
        .filter(step -> !others.isOnlyAwaiting(step))
        .flatMap(
            step ->
                Stream.ofNullable(byReference.get(step.reference()))
                    .map(file -> new Ours(step, file)));
  }

  private static Filter cases(@Nullable PartyCode party, @Nullable Stage stage) {
    return new Filter(null, stage, null, party, null, null, null, null, null);
  }
}
