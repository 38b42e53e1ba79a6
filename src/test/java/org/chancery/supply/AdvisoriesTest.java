package org.chancery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.chancery.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * S21: no component of ours is in the range of a known advisory, unless a waiver that still holds
 * says why it does no harm here, and a test proves that. The list is frozen, so that the same
 * sources give the same answer on every machine; how to renew it stands at its head.
 */
class AdvisoriesTest {

  /** Days after which the list should be looked up anew. */
  private static final int FRESH = 90;

  private final Advisories shipped = Advisories.shipped();
  private final LocalDate today = LocalDate.now(Clock.systemUTC());

  @Test
  void noComponentIsInTheRangeOfAnAdvisory() {
    assertThat(shipped.open(BillOfMaterials.ofThisBuild().components(), today))
        .as("update these components in pom.xml, or waive them in security/waivers.csv")
        .isEmpty();
    Proof.count("S21", "components", BillOfMaterials.ofThisBuild().components().size());
    Proof.count("S21", "advisories waived with reason and day and test", shipped.waivers().size());
  }

  @ParameterizedTest
  @CsvSource({
    "org.postgresql:postgresql, 42.7.11, CVE-2026-54291",
    "org.apache.tika:tika-core, 3.2.1, CVE-2025-66516",
    "com.fasterxml.jackson.core:jackson-databind, 2.21.4, CVE-2026-54515",
    "org.apache.tomcat.embed:tomcat-embed-core, 10.1.9, CVE-2026-65182",
    "com.nimbusds:nimbus-jose-jwt, 9.47, CVE-2025-53864",
    "org.jsoup:jsoup, 1.22.2, CVE-2026-75140",
    "org.thymeleaf:thymeleaf, 3.1.4.RELEASE, CVE-2026-41901",
    "org.springframework.security:spring-security-web, 6.5.8, CVE-2026-22732"
  })
  void anOldComponentIsCaught(String name, String version, String id) {
    assertThat(shipped.open(List.of(Component.of(name, version)), today))
        .extracting(hit -> hit.advisory().id())
        .contains(id);
  }

  @ParameterizedTest
  @CsvSource({
    "org.postgresql:postgresql, 42.7.12",
    "org.postgresql:postgresql-tools, 42.7.11",
    "com.fasterxml.jackson.core:jackson-databind, 2.21.10",
    "org.apache.tomcat.embed:tomcat-embed-core, 10.1.60",
    "org.thymeleaf:thymeleaf, 3.1.10.RELEASE"
  })
  void aMendedComponentIsNot(String name, String version) {
    assertThat(shipped.hits(List.of(Component.of(name, version)))).isEmpty();
  }

  @Test
  void aWaiverHoldsUntilItsLastDay() {
    LocalDate last = LocalDate.parse("2026-12-31");
    Advisory advisory = shipped.known().get(0);
    Advisories waived =
        new Advisories(
            List.of(advisory),
            List.of(
                new Waiver(
                    advisory.id(),
                    advisory.name(),
                    "closed",
                    List.of("Test"),
                    last.minusDays(30),
                    last)));
    List<Component> ours =
        List.of(Component.of(advisory.name(), advisory.introduced().orElseThrow().toString()));
    assertThat(waived.open(ours, last)).isEmpty();
    assertThat(waived.open(ours, last.plusDays(1))).hasSize(1);
    assertThat(waived.open(ours, last.minusDays(31))).hasSize(1);
  }

  @Test
  void eachWaiverIsStillNeeded() {
    List<Advisories.Hit> hits = shipped.hits(BillOfMaterials.ofThisBuild().components());
    assertThat(shipped.waivers())
        .allSatisfy(
            waiver ->
                assertThat(hits)
                    .as(waiver.advisory())
                    .anyMatch(hit -> waiver.covers(hit.advisory())));
  }

  @Test
  void eachWaiverIsProvenByATest() throws ClassNotFoundException {
    for (Waiver waiver : shipped.waivers()) {
      assertThat(waiver.proofs()).as(waiver.advisory()).isNotEmpty();
      for (String proof : waiver.proofs()) {
        assertThat(isTest(proof)).as("%s: %s", waiver.advisory(), proof).isTrue();
      }
    }
  }

  @Test
  void whatIsNoTestProvesNothing() throws ClassNotFoundException {
    String here = getClass().getName();
    assertThat(isTest(here + "#whatIsNoTestProvesNothing")).isTrue();
    assertThat(isTest(here)).isFalse();
    assertThat(isTest(here + "#gone")).isFalse();
    assertThat(isTest(here + "#isTest")).isFalse();
  }

  /** Whether it names a method that is run as a test. */
  private static boolean isTest(String proof) throws ClassNotFoundException {
    String type = proof.replaceFirst("#.*", "");
    String name = proof.substring(type.length()).replaceFirst("#", "");
    return Arrays.stream(Class.forName(type).getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class));
  }

  @Test
  void aListThatIsOldIsToldOf(TestReporter reporter) {
    LocalDate oldest =
        shipped.known().stream().map(Advisory::lookedUp).min(LocalDate::compareTo).orElseThrow();
    long days = ChronoUnit.DAYS.between(oldest, today);
    if (days > FRESH) {
      reporter.publishEntry(
          "warning", "The list of advisories is " + days + " days old: look it up anew.");
    }
    assertThat(oldest).isBeforeOrEqualTo(today.plusDays(1));
  }
}
