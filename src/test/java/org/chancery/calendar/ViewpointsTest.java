package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewpointsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

  private final Viewpoints viewpoints = new Viewpoints(home(), Clock.fixed(NOW, ZoneOffset.UTC));

  private static Zones home() {
    Zones zones = mock(Zones.class);
    when(zones.home()).thenReturn(BAKU);
    return zones;
  }

  @Test
  void withoutAnythingItIsThePresentMomentByAllThatIsKnown() {
    for (String nothing : new String[] {null, "", " "}) {
      assertThat(viewpoints.of(null, nothing)).isEqualTo(new Viewpoint(new AsOf.Moment(NOW), null));
    }
  }

  @Test
  void aDayAloneIsJudgedByAllThatIsKnown() {
    Viewpoint from = viewpoints.of(DAY, null);
    assertThat(from).isEqualTo(Viewpoint.of(AsOf.day(DAY)));
    assertThat(viewpoints.knownAt(from)).isEqualTo(NOW);
  }

  @Test
  void anInstantAloneIsJudgedAtItsOwnDayInEachZone() {
    Instant evening = Instant.parse("2026-10-01T20:30:00Z");
    Viewpoint from = viewpoints.of(null, "2026-10-01T20:30:00Z");
    assertThat(from).isEqualTo(new Viewpoint(new AsOf.Moment(evening), evening));
    assertThat(from.asOf().dayIn(BAKU)).isEqualTo("2026-10-02");
    assertThat(viewpoints.knownAt(from)).isEqualTo(evening);
  }

  @Test
  void anInstantIsAsPreciseAsTheRegister() {
    assertThat(viewpoints.of(DAY, "2026-10-01T20:30:00.1234569Z").knownAt())
        .isEqualTo("2026-10-01T20:30:00.123456Z");
  }

  @Test
  void whatLiesAheadIsNow() {
    for (String ahead : new String[] {"2026-11-21T08:00:00.2Z", "9999-12-31T23:59:59Z"}) {
      assertThat(viewpoints.of(DAY, ahead).knownAt()).isNull();
      assertThat(viewpoints.of(null, ahead)).isEqualTo(viewpoints.of(null, null));
    }
  }

  @Test
  void theEndOfADayIsItsLastMicrosecondInThisHouse() {
    assertThat(viewpoints.endOf(DAY)).isEqualTo("2026-10-01T19:59:59.999999Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-10-01",
        "2026-10-01T00:00:00",
        "2026-02-30T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
      })
  void whatIsNoInstantIsRefused(String malformed) {
    assertThatThrownBy(() -> viewpoints.of(DAY, malformed))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.detail().code()).endsWith("parameter.instant"));
  }

  @Test
  void aDayOfNoCalendarIsRefused() {
    for (LocalDate day : new LocalDate[] {LocalDate.of(0, 1, 1), LocalDate.of(10_000, 1, 1)}) {
      assertThatThrownBy(() -> viewpoints.of(day, null)).isInstanceOf(Refusal.class);
    }
  }
}
