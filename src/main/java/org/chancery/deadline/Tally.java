package org.chancery.deadline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chancery.deadline.Acts.Act;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * Counts and weighs the parties that have done what a clause waits for. A day counts as a whole. An
 * act taken back before enough had acted does not count; one taken back later changes nothing.
 */
final class Tally {

  /** How fast things went, as far as the record leaves that open. */
  private enum Pace {
    FAST,
    SLOW
  }

  /** How a tally ends. */
  sealed interface Outcome {}

  /** Enough had acted on one of these days. */
  record Reached(Span when) implements Outcome {}

  /** At least so many more must act. */
  record Lacking(int needed) implements Outcome {}

  /** Nobody can tell, as the weights of these are not known. */
  record Unweighed(List<PartyCode> parties) implements Outcome {}

  private final List<Act> acts;
  private final int enough;
  private final @Nullable Share share;
  private final Map<PartyCode, BigDecimal> weights = new HashMap<>();
  private final List<PartyCode> unweighed;

  Tally(Acts acts, int enough, @Nullable Share share, List<Party> parties) {
    this.acts = acts.all();
    this.enough = enough;
    this.share = share;
    for (Party party : parties) {
      if (party.weight() != null) {
        weights.put(party.code(), party.weight());
      }
    }
    this.unweighed =
        this.acts.stream()
            .map(Act::party)
            .distinct()
            .filter(party -> !weights.containsKey(party))
            .sorted()
            .toList();
  }

  Outcome outcome() {
    LocalDate first = sweep(null, Pace.FAST, true);
    if (first == null) {
      return new Lacking(needed());
    }
    LocalDate last = sweep(null, Pace.SLOW, false);
    if (last == null && sweep(null, Pace.SLOW, true) != null) {
      return new Unweighed(unweighed);
    }
    return new Reached(span(first, last));
  }

  /**
   * When enough had acted, as the party must see it: the first day is that on which it itself acted
   * as late as possible, the last that on which it acted as early as possible, and so the first may
   * lie after the last. So what is not known of its own day does not make it come after itself.
   */
  Span seenBy(PartyCode party) {
    return span(sweep(party, Pace.FAST, true), sweep(party, Pace.SLOW, false));
  }

  /**
   * The first day on which enough had acted; null when there is none.
   *
   * @param odd the party that went at the other pace; null for none
   * @param unknownIsEnough whether a weight that is not known is taken for as much as is asked
   */
  private @Nullable LocalDate sweep(@Nullable PartyCode odd, Pace pace, boolean unknownIsEnough) {
    Scale scale = new Scale(unknownIsEnough);
    for (var day : changes(odd, pace).entrySet()) {
      day.getValue().forEach(change -> change.accept(scale));
      if (scale.isEnough()) {
        return day.getKey();
      }
    }
    return null;
  }

  private Map<LocalDate, List<Consumer<Scale>>> changes(@Nullable PartyCode odd, Pace pace) {
    Map<LocalDate, List<Consumer<Scale>>> changes = new TreeMap<>();
    for (Act act : acts) {
      boolean fast = (pace == Pace.FAST) != act.party().equals(odd);
      LocalDate from = fast ? first(act.when()) : last(act.when());
      LocalDate until = act.takenBack() == null ? null : end(act.takenBack(), fast);
      if (until == null || until.isAfter(from)) {
        at(changes, from).add(scale -> scale.put(act.party()));
      }
      if (until != null && until.isAfter(from)) {
        at(changes, until).add(scale -> scale.take(act.party()));
      }
    }
    return changes;
  }

  private static <T> List<T> at(Map<LocalDate, List<T>> days, LocalDate day) {
    return days.computeIfAbsent(day, none -> new ArrayList<>());
  }

  /** How many more must act at least, should the heaviest of the others act next. */
  private int needed() {
    Scale scale = new Scale(true);
    changes(null, Pace.SLOW).values().forEach(day -> day.forEach(change -> change.accept(scale)));
    List<PartyCode> heaviestFirst =
        weights.keySet().stream()
            .filter(party -> !scale.holds(party))
            .sorted(Comparator.comparing(weights::get, Comparator.reverseOrder()))
            .toList();
    int more = Math.max(1, enough - scale.size());
    int weighty = 0;
    for (PartyCode party : heaviestFirst) {
      if (scale.isHeavyEnough()) {
        break;
      }
      scale.put(party);
      weighty++;
    }
    return Math.max(more, weighty);
  }

  private static Span span(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Span(known(first), known(last));
  }

  private static @Nullable LocalDate known(@Nullable LocalDate day) {
    return LocalDate.MIN.equals(day) || LocalDate.MAX.equals(day) ? null : day;
  }

  private static LocalDate end(Span takenBack, boolean fast) {
    return fast ? last(takenBack) : first(takenBack);
  }

  private static LocalDate first(Span when) {
    return when.earliest() == null ? LocalDate.MIN : when.earliest();
  }

  private static LocalDate last(Span when) {
    return when.latest() == null ? LocalDate.MAX : when.latest();
  }

  /** Those whose acts stand at one moment, with their weight. */
  private final class Scale {

    private final boolean unknownIsEnough;
    private final Map<PartyCode, Integer> standing = new HashMap<>();
    private final Set<PartyCode> unknown = new HashSet<>();
    private BigDecimal weight = BigDecimal.ZERO;

    Scale(boolean unknownIsEnough) {
      this.unknownIsEnough = unknownIsEnough;
    }

    void put(PartyCode party) {
      if (standing.merge(party, 1, Integer::sum) == 1) {
        weigh(party, BigDecimal.ONE);
      }
    }

    void take(PartyCode party) {
      if (standing.merge(party, -1, (one, other) -> one + other == 0 ? null : one + other)
          == null) {
        weigh(party, BigDecimal.ONE.negate());
      }
    }

    private void weigh(PartyCode party, BigDecimal sign) {
      BigDecimal own = weights.get(party);
      if (own != null) {
        weight = weight.add(own.multiply(sign));
      } else if (sign.signum() > 0) {
        unknown.add(party);
      } else {
        unknown.remove(party);
      }
    }

    boolean holds(PartyCode party) {
      return standing.containsKey(party);
    }

    int size() {
      return standing.size();
    }

    boolean isEnough() {
      return size() >= enough && isHeavyEnough();
    }

    boolean isHeavyEnough() {
      return share == null || share.isReachedBy(weight) || (unknownIsEnough && !unknown.isEmpty());
    }
  }
}
