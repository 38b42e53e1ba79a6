package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.CaseFixture;
import org.chancery.instrument.PartyCode;
import org.junit.jupiter.api.Test;

/** Which original that is with the registry is lodged. */
class LodgingTest {

  private static final PartyCode HOME = new PartyCode("AZ");
  private static final String DAY = "2026-11-02";
  private static final CaseFile SIGNED = CaseFixture.agreement().signed("2026-11-01").file();

  @Test
  void ourAlternatIsLodged() {
    assertThat(isLodged(Hands.alternat(HOME, Holder.REGISTRY, DAY), SIGNED)).isTrue();
  }

  @Test
  void theSingleOriginalIsLodged() {
    Original single = Original.all(Hands.of(Holder.REGISTRY, DAY).acts()).get(0);
    assertThat(isLodged(single, SIGNED)).isTrue();
  }

  @Test
  void theOtherSidesAlternatIsNotLodged() {
    Original theirs = Hands.alternat(new PartyCode("KZ"), Holder.REGISTRY, DAY);
    assertThat(isLodged(theirs, SIGNED)).isFalse();
  }

  @Test
  void whatIsUnsignedOrElsewhereIsNotLodged() {
    CaseFile unsigned = CaseFixture.agreement().file();
    assertThat(isLodged(Hands.alternat(HOME, Holder.REGISTRY, DAY), unsigned)).isFalse();
    Holder ministry = Holder.of(new BodyCode("mddt"));
    assertThat(isLodged(Hands.alternat(HOME, ministry, DAY), SIGNED)).isFalse();
  }

  private static boolean isLodged(Original original, CaseFile file) {
    return Lodging.isLodged(original, new StatedDate(DAY), file, HOME);
  }
}
