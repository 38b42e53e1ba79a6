package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.chancery.access.BodyCode;
import org.chancery.document.Holder;
import org.chancery.document.Original;
import org.chancery.document.Original.Gap;
import org.chancery.document.Original.Handover;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the rules: a paper original as it stood on the day of judging.
 *
 * @param original the original
 * @param zone where the days of this house end
 * @param today the day of judging
 */
public record Keeping(Original original, ZoneId zone, LocalDate today) {

  /** Whether it has been under way for more than so many days. */
  public boolean isUnderWayFor(int days) {
    Handover handover = original.underWay();
    return handover != null && handover.lastDay(zone).plusDays(days).isBefore(today);
  }

  /** From when on its receipt is overdue, so many days being allowed. */
  public LocalDate overdueSince(int days) {
    return handover().lastDay(zone).plusDays(days + 1L);
  }

  /** The body of this house that must confirm the receipt; null where none has to do with it. */
  public @Nullable BodyCode receiver() {
    return handover().to().isOutside() ? original.custodian() : handover().to().body();
  }

  /** That it was handed over, for a finding. */
  public Finding.Fact handoverFact() {
    return Finding.Fact.custody("ORIGINAL", original.party(), handover().on(), null, number());
  }

  /** Who is to have it, for a finding. */
  public Finding.Fact receiverFact() {
    return holder("RECEIVER", handover().to());
  }

  /** The handovers by somebody who did not have it. */
  public List<Gap> gaps() {
    return original.gaps();
  }

  /** Since when the gap is known. */
  public LocalDate since(Gap gap) {
    return gap.handover().lastDay(zone);
  }

  /** That it was handed over, for a finding. */
  public Finding.Fact fact(Gap gap) {
    return Finding.Fact.custody("ORIGINAL", original.party(), gap.handover().on(), null, number());
  }

  /** Who gave it away, for a finding. */
  public Finding.Fact giverFact(Gap gap) {
    return holder("GIVER", Objects.requireNonNull(gap.handover().from()));
  }

  /** Who had it, as the register knows, for a finding. */
  public Finding.Fact holderFact(Gap gap) {
    return holder("HOLDER", gap.holder());
  }

  /** Whether it has been with the registry. */
  public boolean isLodged() {
    return original.wasWith(Holder.REGISTRY);
  }

  private static Finding.Fact holder(String kind, Holder holder) {
    return Finding.Fact.custody(kind, null, null, holder.body(), holder.toString());
  }

  private String number() {
    return String.valueOf(original.number());
  }

  private Handover handover() {
    return Objects.requireNonNull(original.underWay());
  }
}
