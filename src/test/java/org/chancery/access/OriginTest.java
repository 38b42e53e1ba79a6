package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S12: who has a network of addresses is one guesser all the same. */
class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:db8::1, 2001:0DB8:0:0:8::",
    "fe80::1%0, fe80::2%0",
    "::ffff:192.0.2.1, 192.0.2.1"
  })
  void addressesOfOneNetworkAreOneOrigin(String one, String other) {
    assertThat(Origin.at(one)).isEqualTo(Origin.at(other));
  }

  @ParameterizedTest
  @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2", "::1, 127.0.0.1"})
  void otherNetworksAreOthers(String one, String other) {
    assertThat(Origin.at(one)).isNotEqualTo(Origin.at(other));
  }

  @Test
  void whatIsNoAddressIsNowhereAndIsLookedUpByNobody() {
    assertThat(Origin.at("no:such:address").network()).isEmpty();
    assertThat(Origin.at("unknown.example").network()).isEqualTo("unknown.example");
  }
}
