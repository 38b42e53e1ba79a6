package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class ZonesTest {

  @Test
  void eachStateOfTheHousesNeighbourhoodHasItsZone() {
    Zones zones = new Zones(new ClassPathResource("rules/calendar/zones.csv"));
    assertThat(zones.of("AZ")).contains(ZoneId.of("Asia/Baku"));
    assertThat(zones.of("KZ")).contains(ZoneId.of("Asia/Almaty"));
    assertThat(zones.of("UZ")).contains(ZoneId.of("Asia/Tashkent"));
    assertThat(zones.of("TR")).contains(ZoneId.of("Europe/Istanbul"));
  }

  @Test
  void aStateThatIsNotListedHasNone() {
    assertThat(zones("state,zone\nAZ,Asia/Baku\n").of("OTS")).isEmpty();
  }

  @Test
  void aMalformedTableStopsTheStart() {
    refuses("state,zone\nAZ,Asia/Baku\nKZ,Asia/Astana\n", "line 3, column zone");
    refuses("state,zone\nAZE,Asia/Baku\n", "line 2, column state");
    refuses("state,zone\nAZ,Asia/Baku\nAZ,Asia/Baku\n", "line 3, column state");
    refuses("state\nAZ\n", "its columns are");
    refuses("state,zone\nAZ\n", "line 2");
  }

  private static void refuses(String table, String reason) {
    assertThatIllegalStateException().isThrownBy(() -> zones(table)).withMessageContaining(reason);
  }

  private static Zones zones(String table) {
    return new Zones(new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8)));
  }
}
