package org.chancery.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * A paper original of an instrument and where it is, computed from what was done with it.
 *
 * @param number its number within the case, from 1
 * @param party whose alternat it is; null: the single original
 * @param languages the languages it is drawn up in; null: not stated
 * @param remark what else is to be said of it
 * @param holder who has it
 * @param since since when
 * @param underWay the handover whose receipt is not confirmed; null while there is none
 * @param stations who has had it, in turn, the present holder last
 * @param gaps the handovers by somebody who did not have it
 * @param history all that was done with it, corrected acts included, in the order of recording
 */
public record Original(
    int number,
    @Nullable PartyCode party,
    @Nullable List<String> languages,
    @Nullable String remark,
    Holder holder,
    StatedDate since,
    @Nullable Handover underWay,
    List<Station> stations,
    List<Gap> gaps,
    List<CustodyAct> history) {

  /**
   * A stay with somebody.
   *
   * @param holder with whom
   * @param since the day it came there
   * @param recordedBy the account that registered it there, or confirmed the receipt
   */
  public record Station(Holder holder, StatedDate since, String recordedBy) {}

  /**
   * A handover that is under way.
   *
   * @param id its number among the acts of the case; a correction of it has the same
   * @param from who gave it
   * @param to who is to have it
   * @param on the day it was given
   * @param remark what else is to be said
   * @param recordedBy the account that recorded it
   * @param recordedAt when it was recorded
   */
  public record Handover(
      int id,
      Holder from,
      Holder to,
      StatedDate on,
      @Nullable String remark,
      String recordedBy,
      Instant recordedAt) {

    /** The day by which it had surely been given. */
    public LocalDate lastDay(ZoneId zone) {
      return CustodyAct.lastDay(on, recordedAt, zone);
    }
  }

  /**
   * A handover by somebody who, as the register knows, did not have it: how it came to the giver is
   * unknown.
   *
   * @param handover the handover
   * @param holder who had it, as the register knows
   */
  public record Gap(CustodyAct handover, Holder holder) {}

  /** The originals of one case, by number. */
  static List<Original> all(List<CustodyAct> acts) {
    return byNumber(acts).stream().map(own -> of(standing(own), own)).toList();
  }

  /** The originals of one case as they stood when the day was over in the zone, by number. */
  public static List<Original> on(LocalDate day, ZoneId zone, List<CustodyAct> acts) {
    return byNumber(acts).stream()
        .flatMap(
            own -> {
              Map<Integer, CustodyAct> done = new LinkedHashMap<>();
              standing(own).entrySet().stream()
                  .takeWhile(each -> !each.getValue().lastDay(zone).isAfter(day))
                  .forEach(each -> done.put(each.getKey(), each.getValue()));
              return done.isEmpty() ? Stream.empty() : Stream.of(of(done, own));
            })
        .toList();
  }

  private static Collection<List<CustodyAct>> byNumber(List<CustodyAct> acts) {
    return acts.stream()
        .collect(Collectors.groupingBy(CustodyAct::original, TreeMap::new, Collectors.toList()))
        .values();
  }

  /**
   * The original with which this was done; the first act registers it.
   *
   * @param standing what stands, by the number of the first act in its place
   * @param acts all of it, for the history
   */
  static Original of(Map<Integer, CustodyAct> standing, List<CustodyAct> acts) {
    Way way = new Way();
    standing.forEach(way::goesOn);
    return way.of(acts);
  }

  /** The acts that stand, each by the number and in the place of the first it corrects. */
  static Map<Integer, CustodyAct> standing(List<CustodyAct> acts) {
    Map<Integer, Integer> firsts = new LinkedHashMap<>();
    Map<Integer, CustodyAct> standing = new LinkedHashMap<>();
    for (CustodyAct act : acts) {
      int first =
          act.corrects() == null
              ? act.id()
              : Objects.requireNonNullElse(firsts.get(act.corrects()), act.id());
      firsts.put(act.id(), first);
      standing.put(first, act);
    }
    return standing;
  }

  /**
   * The body of this house that answers for it: the one that has it, else the last that gave it
   * outside; null where it was never here.
   */
  public @Nullable BodyCode custodian() {
    return stations.stream()
        .map(station -> station.holder().body())
        .filter(Objects::nonNull)
        .reduce((before, after) -> after)
        .orElse(null);
  }

  /** Whether it has ever been with the holder. */
  public boolean wasWith(Holder other) {
    return stations.stream().anyMatch(station -> station.holder().equals(other));
  }

  /** Follows an original from act to act. */
  private static final class Way {

    private final List<Station> stations = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable CustodyAct registration;
    private @Nullable Handover underWay;

    void goesOn(int first, CustodyAct act) {
      switch (act.kind()) {
        case REGISTERED -> {
          registration = act;
          arrives(Objects.requireNonNull(act.holder()), act);
        }
        case HANDED_OVER -> leaves(first, act);
        case RECEIVED -> {
          if (underWay != null) {
            arrives(underWay.to(), act);
          }
        }
        case REFUSED -> underWay = null;
      }
    }

    private void arrives(Holder holder, CustodyAct act) {
      stations.add(new Station(holder, act.on(), act.recordedBy()));
      underWay = null;
    }

    private void leaves(int first, CustodyAct act) {
      Holder from = Objects.requireNonNull(act.from());
      Holder to = Objects.requireNonNull(act.holder());
      if (!from.equals(last().holder())) {
        gaps.add(new Gap(act, last().holder()));
      }
      underWay =
          new Handover(first, from, to, act.on(), act.remark(), act.recordedBy(), act.recordedAt());
    }

    private Station last() {
      return stations.get(stations.size() - 1);
    }

    Original of(List<CustodyAct> acts) {
      CustodyAct entry = Objects.requireNonNull(registration, "the first act registers");
      return new Original(
          entry.original(),
          entry.party(),
          entry.languages(),
          entry.remark(),
          last().holder(),
          last().since(),
          underWay,
          List.copyOf(stations),
          List.copyOf(gaps),
          List.copyOf(acts));
    }
  }
}
