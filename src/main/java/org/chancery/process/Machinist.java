package org.chancery.process;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Carries out what is asked for about the processes, and says what came of it. */
@Component
class Machinist {

  private static final int DONE = 0;
  private static final int SOME_STAY = 1;

  private final ModelVersions versions;
  private final Moving moving;

  Machinist(ModelVersions versions, Moving moving) {
    this.versions = versions;
    this.moving = moving;
  }

  /** The exit code. */
  int carryOut(ProcessCommand command, PrintStream out) {
    if (command instanceof ProcessCommand.Move move) {
      return move(move.order(), out);
    }
    look(out);
    return DONE;
  }

  private void look(PrintStream out) {
    versions.inUse().forEach(version -> out.println(line(version)));
    int behind = versions.casesBehind();
    out.println(
        behind == 0
            ? "No case runs by an older model."
            : behind + " cases run by an older model. What would move: processes move --dry-run");
  }

  private int move(Moving.Order order, PrintStream out) {
    Tally tally = new Tally();
    moving.move(
        order,
        result -> {
          tally.count(result.outcome());
          out.println(line(result, order.isTrial()));
        });
    out.println(tally.line(order.isTrial()));
    if (tally.stayed > 0 && !order.anew()) {
      out.println("What stays goes on by its version; --anew would begin it anew.");
    }
    return tally.stayed > 0 ? SOME_STAY : DONE;
  }

  private static String line(ModelVersion version) {
    return "%-20s version %3d  since %s  %6d cases%s"
        .formatted(
            version.process(),
            version.version(),
            LocalDate.ofInstant(version.since(), ZoneOffset.UTC),
            version.cases(),
            version.newest() ? "" : "  (older)");
  }

  private static String line(Moving.Result result, boolean isTrial) {
    return "%s  %-20s %3d -> %d  %s"
        .formatted(
            result.run().reference(),
            result.run().process(),
            result.run().version(),
            result.newest(),
            said(result.outcome(), isTrial));
  }

  private static String said(Outcome outcome, boolean isTrial) {
    String would = isTrial ? "would be " : "";
    if (outcome instanceof Outcome.Moved moved) {
      return would + "moved" + said(moved.givenUp());
    } else if (outcome instanceof Outcome.BegunAnew begun) {
      return would + "begun anew, for " + begun.why() + said(begun.givenUp());
    }
    return (isTrial ? "would stay: " : "stays: ") + ((Outcome.Stayed) outcome).why();
  }

  private static String said(List<String> givenUp) {
    return givenUp.isEmpty() ? "" : "; no longer claimed: " + String.join(", ", givenUp);
  }

  /** How many processes met with which outcome. */
  private static final class Tally {

    private int moved;
    private int begunAnew;
    private int stayed;

    void count(Outcome outcome) {
      if (outcome instanceof Outcome.Moved) {
        moved++;
      } else if (outcome instanceof Outcome.BegunAnew) {
        begunAnew++;
      } else {
        stayed++;
      }
    }

    String line(boolean isTrial) {
      return String.format(
          Locale.ROOT,
          "%s%d moved, %d begun anew, %d stay.",
          isTrial ? "Nothing was changed. It would be: " : "",
          moved,
          begunAnew,
          stayed);
    }
  }
}
