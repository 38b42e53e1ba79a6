package org.chancery.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Standing;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be told of a case: a pure function of how it stands, what was told already,
 * and the present instant. Looking again, late, or on another node tells nothing twice; and of
 * rungs that were missed meanwhile only the last is told.
 */
final class Look {

  /** Nobody is reminded at midnight. */
  static final LocalTime MORNING = LocalTime.of(7, 0);

  /** What was recorded longer ago is no news when it is looked at for the first time. */
  private static final Duration NEWS = Duration.ofDays(1);

  private final Judgement judgement;
  private final CaseFile file;
  private final Policy policy;
  private final PartyCode home;
  private final Instant now;

  /**
   * @param home the State whose house this is
   */
  Look(Judgement judgement, Policy policy, PartyCode home, Instant now) {
    this.judgement = judgement;
    this.file = judgement.file();
    this.policy = policy;
    this.home = home;
    this.now = now;
  }

  /** What each deadline of ours comes to, after what was seen of it before. */
  List<Seen> after(Map<Integer, Watched> before) {
    List<Seen> seen = new ArrayList<>();
    for (Standing standing : judgement.standings()) {
      file.milestone(standing.milestone())
          .filter(milestone -> milestone.isOf(home))
          .map(milestone -> seen(milestone, standing, before.get(standing.milestone())))
          .ifPresent(seen::add);
    }
    return seen;
  }

  private Seen seen(Milestone milestone, Standing standing, @Nullable Watched before) {
    Band band = Band.of(standing.status());
    LocalDate due = standing.due().latest();
    LocalDate today = today(standing);
    Watched watched =
        before == null
            ? Watched.first(milestone.id(), band, due, today)
            : before.standing(band, due, today);
    List<Occasion> occasions = new ArrayList<>();
    if (due != null && band.isOpen()) {
      watched = remind(milestone, watched, due, today, standing.due().zone(), occasions);
    }
    if (due != null && band == Band.LATE) {
      watched = escalate(milestone, standing, watched, due, occasions);
    }
    Change change = change(milestone, standing, watched, before);
    return new Seen(watched, file.bodyOf(milestone), change, occasions);
  }

  private LocalDate today(Standing standing) {
    return now.atZone(standing.due().zone()).toLocalDate();
  }

  private Watched remind(
      Milestone milestone,
      Watched watched,
      LocalDate due,
      LocalDate today,
      ZoneId zone,
      List<Occasion> occasions) {
    BodyCode body = file.bodyOf(milestone);
    int days = Math.toIntExact(ChronoUnit.DAYS.between(due, today));
    OptionalInt reached =
        policy.rungs(milestone.kind(), body).reached(days, watched.band() == Band.LATE);
    if (reached.isEmpty() || !isNew(watched, due, reached.getAsInt())) {
      return watched;
    }
    Instant morning = today.atTime(MORNING).atZone(zone).toInstant();
    Instant from = morning.isAfter(now) ? morning : now;
    occasions.add(occasion(Kind.REMINDER, milestone, body, due, reached.getAsInt(), from));
    return watched.reminded(reached.getAsInt());
  }

  /** A rung that came before it was seen to be due then reminds nobody. */
  private static boolean isNew(Watched watched, LocalDate due, int rung) {
    Integer told = watched.rung();
    return (told == null || rung > told) && !due.plusDays(rung).isBefore(watched.since());
  }

  private Watched escalate(
      Milestone milestone,
      Standing standing,
      Watched watched,
      LocalDate due,
      List<Occasion> occasions) {
    BodyCode body = file.bodyOf(milestone);
    int decisions = Math.toIntExact(file.decisionsOn(milestone.id()).count());
    LocalDate day = escalatedOn(milestone, standing, due);
    boolean awaited =
        !file.isEscalated(milestone.id())
            && !day.isAfter(today(standing))
            && !day.isBefore(watched.since())
            && !Objects.equals(watched.escalation(), decisions);
    if (!awaited) {
      return watched;
    }
    occasions.add(occasion(Kind.ESCALATION, milestone, body, due, decisions, now));
    return watched.escalated(decisions);
  }

  /** So many days after it was due, and after the last decision on it. */
  private LocalDate escalatedOn(Milestone milestone, Standing standing, LocalDate due) {
    int days = policy.escalation(milestone.kind(), file.bodyOf(milestone));
    ZoneId zone = standing.due().zone();
    LocalDate last =
        file.decisionsOn(milestone.id())
            .map(Decision::decidedAt)
            .map(at -> at.atZone(zone).toLocalDate())
            .max(Comparator.naturalOrder())
            .orElse(due);
    return (last.isAfter(due) ? last : due).plusDays(days);
  }

  private Occasion occasion(
      Kind kind, Milestone milestone, BodyCode body, LocalDate due, int nth, Instant from) {
    return new Occasion(kind, file.reference(), milestone.id(), body, due, nth, from);
  }

  private @Nullable Change change(
      Milestone milestone, Standing standing, Watched after, @Nullable Watched before) {
    if (before == null) {
      boolean isNews = milestone.recordedAt().plus(NEWS).isAfter(now);
      return isNews && after.band() != Band.DONE ? changeTo(after.band()) : null;
    }
    boolean moved = !Objects.equals(before.due(), after.due());
    if (moved && standing.extended() && after.band().isOpen()) {
      return Change.EXTENDED;
    }
    boolean lateAgain = moved && after.band() == Band.LATE;
    return before.band() == after.band() && !lateAgain ? null : changeTo(after.band());
  }

  private static @Nullable Change changeTo(Band band) {
    return switch (band) {
      case LATE -> Change.OVERDUE;
      case SOON -> Change.DUE_SOON;
      case DONE -> Change.DONE;
      case CALM, LIFTED -> null;
    };
  }
}
