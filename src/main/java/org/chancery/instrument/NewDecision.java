package org.chancery.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Decision.Kind;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/** What a manager says when she decides on a deadline; see {@link Decision}. */
public sealed interface NewDecision {

  /** Why. */
  String reason();

  /** On what authority, such as an order with its number; null where none is needed. */
  @Nullable String authority();

  /** What is decided. */
  Kind kind();

  /**
   * Another date for the deadline.
   *
   * @param to the new deadline
   * @param reason why
   * @param authority on what authority
   */
  record Extension(
      @NotNull StatedDate to,
      @NotBlank @Size(max = 2000) String reason,
      @NotBlank @Size(max = 500) String authority)
      implements NewDecision {

    @Override
    public Kind kind() {
      return Kind.EXTENSION;
    }
  }

  /**
   * That the deadline need not be met.
   *
   * @param reason why
   * @param authority on what authority
   */
  record Waiver(
      @NotBlank @Size(max = 2000) String reason, @NotBlank @Size(max = 500) String authority)
      implements NewDecision {

    @Override
    public Kind kind() {
      return Kind.WAIVER;
    }
  }

  /**
   * That nobody need act for a while.
   *
   * @param from its first day
   * @param to its last day; null while that is open
   * @param reason why
   * @param authority on what authority
   */
  record Suspension(
      @NotNull StatedDate from,
      @Nullable StatedDate to,
      @NotBlank @Size(max = 2000) String reason,
      @NotBlank @Size(max = 500) String authority)
      implements NewDecision {

    @Override
    public Kind kind() {
      return Kind.SUSPENSION;
    }
  }

  /**
   * That whose deadline it is be reminded to meet it.
   *
   * @param reason why, and what is expected
   */
  record Chase(@NotBlank @Size(max = 2000) String reason) implements NewDecision {

    @Override
    public @Nullable String authority() {
      return null;
    }

    @Override
    public Kind kind() {
      return Kind.CHASE;
    }
  }

  /**
   * That a higher manager decide.
   *
   * @param reason why
   */
  record Escalation(@NotBlank @Size(max = 2000) String reason) implements NewDecision {

    @Override
    public @Nullable String authority() {
      return null;
    }

    @Override
    public Kind kind() {
      return Kind.ESCALATION;
    }
  }

  /**
   * The decision in the tree of a body.
   *
   * @throws Refusal with every fault, when there is one
   */
  static <T extends NewDecision> T of(JsonNode tree, Class<T> type, Reading reading) {
    List<Fault> faults = new ArrayList<>();
    @Nullable T said = reading.read(tree, type, "", faults);
    if (said != null) {
      checkDays(firstDay(said), lastDay(said), faults);
    }
    if (said == null || !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return said;
  }

  /** The decision as the register keeps it. */
  default Decision numbered(int id, int milestone, BodyCode body, Account account, Instant at) {
    return new Decision(
        id,
        milestone,
        kind(),
        firstDay(this),
        lastDay(this),
        reason(),
        authority(),
        body,
        account.name(),
        at,
        null,
        null,
        null,
        null);
  }

  private static @Nullable StatedDate firstDay(NewDecision said) {
    return said instanceof Suspension suspension ? suspension.from() : null;
  }

  private static @Nullable StatedDate lastDay(NewDecision said) {
    if (said instanceof Extension extension) {
      return extension.to();
    }
    return said instanceof Suspension suspension ? suspension.to() : null;
  }

  private static void checkDays(
      @Nullable StatedDate from, @Nullable StatedDate to, List<Fault> faults) {
    LocalDate first = from == null ? null : from.earliest();
    LocalDate last = to == null ? null : to.latest();
    if (from != null && first == null) {
      faults.add(Fault.at("/from", "decision.from.open"));
    }
    if (to != null && last == null) {
      faults.add(Fault.at("/to", "decision.to.open"));
    }
    if (first != null && last != null && last.isBefore(first)) {
      faults.add(Fault.at("/to", "decision.period", String.valueOf(from)));
    }
  }
}
