package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.document.CustodyAct.Kind;
import org.chancery.instrument.PartyCode;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What is said of something done with an original; see {@link CustodyAct}.
 *
 * @param kind what was done
 * @param original the number of the original; none where it is only now registered, or in a
 *     correction
 * @param party whose alternat it is
 * @param languages the languages it is drawn up in
 * @param holder who has it, or is to have it
 * @param from who gave it away; unless said, whoever has it
 * @param handover the handover that is answered; unless said, the one under way
 * @param on the day it was done
 * @param remark what else is to be said
 * @param reason why it is refused, or handed over by another than its holder
 * @param corrects the act it replaces
 */
public record NewCustodyAct(
    @NotNull Kind kind,
    @Nullable Integer original,
    @Nullable PartyCode party,
    @Size(max = 20)
        @Nullable List<@NotNull @Pattern(regexp = "[a-z]{2}", message = "az, en") String> languages,
    @Valid @Nullable Holder holder,
    @Valid @Nullable Holder from,
    @Nullable Integer handover,
    @NotNull StatedDate on,
    @Size(max = 2000) @Nullable String remark,
    @Size(max = 2000) @Nullable String reason,
    @Nullable Integer corrects) {

  /**
   * The act in the tree of a body.
   *
   * @throws Refusal with every fault, when there is one
   */
  public static NewCustodyAct of(JsonNode tree, Reading reading) {
    List<Fault> faults = new ArrayList<>();
    @Nullable NewCustodyAct said = reading.read(tree, NewCustodyAct.class, "", faults);
    if (said != null && said.kind() != null) {
      said.check(faults);
    }
    if (said == null || !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return said;
  }

  /** That an original is entered with its holder. */
  static NewCustodyAct registered(@Nullable PartyCode party, Holder holder, StatedDate on) {
    return new NewCustodyAct(
        Kind.REGISTERED, null, party, null, holder, null, null, on, null, null, null);
  }

  /** That an original is given to the holder. */
  static NewCustodyAct handedOver(int original, Holder to, StatedDate on) {
    return new NewCustodyAct(
        Kind.HANDED_OVER, original, null, null, to, null, null, on, null, null, null);
  }

  /** That an original that was under way has arrived. */
  static NewCustodyAct received(int original, StatedDate on) {
    return new NewCustodyAct(
        Kind.RECEIVED, original, null, null, null, null, null, on, null, null, null);
  }

  /** Each kind says what belongs to it, and nothing else. */
  private void check(List<Fault> faults) {
    boolean registers = kind == Kind.REGISTERED;
    boolean names = registers || kind == Kind.HANDED_OVER;
    needs(!registers && corrects == null, "/original", original, faults);
    needs(names, "/holder", holder, faults);
    needs(kind == Kind.REFUSED, "/reason", isBlank(reason) ? null : reason, faults);
    suits(!registers, "/original", original, faults);
    suits(registers, "/party", party, faults);
    suits(registers, "/languages", languages, faults);
    suits(names, "/holder", holder, faults);
    suits(kind == Kind.HANDED_OVER, "/from", from, faults);
    suits(kind.isAnswer(), "/handover", handover, faults);
  }

  private static void needs(boolean needed, String at, @Nullable Object value, List<Fault> faults) {
    boolean known = faults.stream().anyMatch(fault -> fault.pointer().startsWith(at));
    if (needed && value == null && !known) {
      faults.add(Fault.at(at, "field.required"));
    }
  }

  private void suits(boolean fits, String at, @Nullable Object value, List<Fault> faults) {
    if (!fits && value != null) {
      faults.add(Fault.at(at, "custody.field", kind.name()));
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Whether a reason is given. */
  boolean isExplained() {
    return !isBlank(reason);
  }

  /**
   * The act as it is kept.
   *
   * @param number the original's number
   * @param giver who gave it away; null for what is no handover
   * @param answered the handover it answers; null for what answers none
   */
  CustodyAct numbered(
      int id,
      int number,
      @Nullable Holder giver,
      @Nullable Integer answered,
      @Nullable BodyCode body,
      Account account,
      Instant at) {
    return new CustodyAct(
        id,
        kind,
        number,
        party,
        languages,
        holder,
        giver,
        answered,
        on,
        remark,
        reason,
        corrects,
        body,
        account.name(),
        at);
  }
}
