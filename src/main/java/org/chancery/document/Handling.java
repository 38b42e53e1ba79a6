package org.chancery.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.document.CustodyAct.Kind;
import org.chancery.document.Original.Handover;
import org.chancery.instrument.CaseFile;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says was done with an original, seen against what was done before: nothing that
 * lies ahead, nothing out of its turn, and no second answer to what is already answered.
 */
final class Handling {

  private final CaseFile file;
  private final List<CustodyAct> acts;
  private final NewCustodyAct said;
  private final @Nullable CustodyAct corrected;
  private final int number;
  private final @Nullable Original original;

  /**
   * @throws Refusal when it corrects nothing that can be corrected, or the original is unknown
   */
  Handling(CaseFile file, List<CustodyAct> acts, NewCustodyAct said) {
    this.file = file;
    this.acts = acts;
    this.said = said;
    this.corrected = corrected(acts, said);
    this.number = corrected != null ? corrected.original() : number(acts, said);
    this.original = said.kind() == Kind.REGISTERED ? null : before();
  }

  Kind kind() {
    return said.kind();
  }

  @Nullable Holder holder() {
    return said.holder();
  }

  @Nullable CustodyAct corrected() {
    return corrected;
  }

  /** The original's number. */
  int number() {
    return number;
  }

  /** The original as it stands before what is said; null where it is only now registered. */
  @Nullable Original original() {
    return original;
  }

  /** Who gave it away: whom one names, else who has it; null for what is no handover. */
  @Nullable Holder giver() {
    if (kind() != Kind.HANDED_OVER) {
      return null;
    }
    if (said.from() != null) {
      return said.from();
    }
    return corrected != null ? corrected.from() : known().holder();
  }

  /** The handover that is answered; null for what answers none. */
  @Nullable Integer answered() {
    Handover handover = original == null ? null : original.underWay();
    return kind().isAnswer() && handover != null ? handover.id() : null;
  }

  /**
   * Whether the original waits for this.
   *
   * @throws Refusal when somebody else was first
   */
  void requireTurn() {
    Handover handover = original == null ? null : original.underWay();
    if (kind() == Kind.HANDED_OVER && handover != null) {
      String to = handover.to().toString();
      throw Refusal.of(Refusal.Kind.CONFLICT, "custody.underWay", number, to);
    }
    boolean isAnother =
        handover == null || (said.handover() != null && said.handover() != handover.id());
    if (kind().isAnswer() && isAnother) {
      String holder = known().holder().toString();
      throw Refusal.of(Refusal.Kind.CONFLICT, "custody.answered", number, holder);
    }
  }

  /**
   * Lets it pass.
   *
   * @param today this house's day
   * @param isKnown whether there is such a body
   * @throws Refusal when it does not fit
   */
  void check(LocalDate today, Predicate<Holder> isKnown) {
    if (said.on().isSurelyAfter(today)) {
      throw Refusal.doesNotFit("/on", "event.future");
    }
    requireParty();
    requireKnown("/holder/body", said.holder(), isKnown);
    requireKnown("/from/body", said.from(), isKnown);
    if (kind() == Kind.HANDED_OVER) {
      requireGiver(known().holder());
    }
    requireOrder();
  }

  private void requireParty() {
    if (said.party() != null && file.description().party(said.party()).isEmpty()) {
      throw Refusal.doesNotFit("/party", "event.party", said.party());
    }
  }

  private static void requireKnown(String at, @Nullable Holder holder, Predicate<Holder> isKnown) {
    if (holder != null && !isKnown.test(holder)) {
      throw Refusal.doesNotFit(at, "body.unknown", holder.body());
    }
  }

  private void requireGiver(Holder holder) {
    Holder from = Objects.requireNonNull(giver());
    if (!from.equals(holder) && !said.isExplained()) {
      throw Refusal.doesNotFit("/reason", "custody.from", holder.toString());
    }
    if (from.equals(said.holder())) {
      throw Refusal.doesNotFit("/holder", "custody.same", from.toString());
    }
  }

  /** What is said lies neither surely before what came before it nor surely after what followed. */
  private void requireOrder() {
    LocalDate last = said.on().latest();
    LocalDate first = original == null ? null : dayBefore(original).earliest();
    if (last != null && first != null && last.isBefore(first)) {
      throw Refusal.doesNotFit("/on", "custody.before", first.toString());
    }
    standing().entrySet().stream()
        .filter(each -> each.getKey() > place())
        .map(each -> each.getValue().on().latest())
        .flatMap(Stream::ofNullable)
        .filter(said.on()::isSurelyAfter)
        .findFirst()
        .ifPresent(
            later -> {
              throw Refusal.doesNotFit("/on", "custody.after", later.toString());
            });
  }

  private static StatedDate dayBefore(Original original) {
    return original.underWay() == null ? original.since() : original.underWay().on();
  }

  private Original known() {
    return Objects.requireNonNull(original);
  }

  /** The original by the acts before this one; a correction has the place of what it corrects. */
  private Original before() {
    Map<Integer, CustodyAct> earlier = standing();
    earlier.keySet().removeIf(each -> each >= place());
    if (earlier.isEmpty()) {
      throw Refusal.doesNotFit("/original", "custody.original", number);
    }
    return Original.of(earlier, acts);
  }

  /** The acts that stand of the original. */
  private Map<Integer, CustodyAct> standing() {
    return Original.standing(acts.stream().filter(act -> act.original() == number).toList());
  }

  /** Where the act belongs: at the end, a correction where the first that it corrects stands. */
  private int place() {
    return standing().entrySet().stream()
        .filter(each -> each.getValue().equals(corrected))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  private static int number(List<CustodyAct> acts, NewCustodyAct said) {
    int last = acts.stream().mapToInt(CustodyAct::original).max().orElse(0);
    return said.original() == null ? last + 1 : said.original();
  }

  private static @Nullable CustodyAct corrected(List<CustodyAct> acts, NewCustodyAct said) {
    Integer corrects = said.corrects();
    if (corrects == null) {
      return null;
    }
    CustodyAct corrected =
        acts.stream()
            .filter(act -> act.id() == corrects)
            .findFirst()
            .orElseThrow(() -> Refusal.doesNotFit("/corrects", "custody.act", corrects));
    if (acts.stream().anyMatch(act -> corrects.equals(act.corrects()))) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "custody.corrected", corrects);
    }
    if (corrected.kind() != said.kind()) {
      throw Refusal.doesNotFit("/kind", "custody.kind", corrected.kind().name());
    }
    return corrected;
  }
}
