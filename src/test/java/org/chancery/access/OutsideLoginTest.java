package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.access.HouseChanged.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

/** S11: what a provider says of a person becomes an account of the house, and never another's. */
@RecordApplicationEvents
class OutsideLoginTest extends AccessTest {

  private static final String ISSUER = "https://login.ministry.example";

  @Autowired private OutsideTable outside;
  @Autowired private AccountTable table;
  @Autowired private Bodies bodies;
  @Autowired private LockedPassword locked;
  @Autowired private HouseNews news;
  @Autowired private ApplicationEvents told;
  @Autowired private TransactionOperations transactions;
  @Autowired private Accounts accounts;

  @Test
  void aNewPersonGetsAnAccountThatNoPasswordOpens() {
    assertThat(enter("1", "leyla", "clerks")).isPresent();
    Account made = accounts.find("leyla").orElseThrow();
    assertThat(made.roles()).containsExactly(Role.CLERK);
    assertThat(made.displayName()).isEqualTo("leyla");
    assertThat(outside.knows("leyla")).isTrue();
  }

  @Test
  void sheKeepsItWhenSheIsRenamedThere() {
    enter("1", "leyla", "clerks");
    assertThat(enter("1", "laila", "clerks").orElseThrow().getName()).isEqualTo("leyla");
    assertThat(accounts.find("laila")).isEmpty();
  }

  @Test
  void whoIsCalledLikeAnotherOrComesFromElsewhereIsAnother() {
    clerk("leyla");
    assertThat(enter("1", "leyla", "clerks").orElseThrow().getName()).isEqualTo("leyla2");
    assertThat(enter("2", "LEYLA", "clerks").orElseThrow().getName()).isEqualTo("LEYLA3");
    OutsideLogin login = login(rules(Map.of(Role.CLERK, Set.of("clerks")), Map.of()));
    assertThat(
            login
                .enter("https://other.example", "1", claims("leyla", List.of("clerks")))
                .orElseThrow()
                .getName())
        .isEqualTo("leyla4");
  }

  @Test
  void whatHerGroupsNoLongerGiveHerEnds() {
    enter("1", "leyla", "clerks");
    assertThat(enter("1", "leyla")).isEmpty();
    assertThat(accounts.find("leyla").orElseThrow().roles()).isEmpty();
    assertThat(enter("1", "leyla", "clerks")).isPresent();
  }

  @Test
  void whereSheIsPlacedIsToldOnceEachTime() {
    enter("1", "leyla", "clerks");
    enter("1", "leyla", "clerks");
    enter("1", "leyla");
    assertThat(told.stream(HouseChanged.class))
        .extracting(HouseChanged::change)
        .containsExactly(Change.ACCOUNT_ADDED, Change.ACCOUNT_CHANGED);
  }

  @Test
  void aStrangerLeavesNoTrace() {
    assertThat(enter("1", "stranger", "canteen")).isEmpty();
    assertThat(accounts.find("stranger")).isEmpty();
  }

  @Test
  void aClosedAccountStaysClosed() {
    enter("1", "leyla", "clerks");
    disable("leyla");
    assertThat(enter("1", "leyla", "clerks")).isEmpty();
  }

  @Test
  void groupsMayBeOneWordAndNamesMayBeMissing() {
    OutsideLogin login = login(rules(Map.of(Role.LAWYER, Set.of("law")), Map.of()));
    assertThat(login.enter(ISSUER, "00u1x", Map.of("groups", "law")).orElseThrow().getName())
        .isEqualTo("person00u1x");
    assertThat(login.enter(ISSUER, "2", Map.of("groups", List.of("lawless")))).isEmpty();
    assertThat(login.enter(ISSUER, "3", Map.of())).isEmpty();
  }

  @Test
  void aHouseDoesNotStartWithGroupsOfABodyItDoesNotHave() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> login(rules(Map.of(), Map.of(new BodyCode("atlantis"), Set.of("divers")))));
  }

  @ParameterizedTest
  @CsvSource({
    "leyla, leyla",
    "Leyla.Hasanova@mfa.example, LeylaHasanova",
    "Gülnarə Əliyeva, Gulnarliyeva",
    "Айгүл, person",
    "1234, person1234",
    "x, personx",
    "house, house2",
    "'../../admin', admin",
    "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee, aaaaaaaaaabbbbbbbbbbccccccccccdddd"
  })
  void aNameIsMadeOfLettersAndDigits(String called, String name) {
    assertThat(AccountName.free(called, taken -> false)).isEqualTo(name);
  }

  private Optional<Authentication> enter(String subject, String name, String... groups) {
    return login(rules(Map.of(Role.CLERK, Set.of("clerks")), Map.of()))
        .enter(ISSUER, subject, claims(name, List.of(groups)));
  }

  private static Map<String, Object> claims(String name, List<String> groups) {
    return Map.of("preferred_username", name, "groups", groups);
  }

  private static OutsideRules rules(
      Map<Role, Set<String>> roles, Map<BodyCode, Set<String>> bodies) {
    return new OutsideRules("groups", "preferred_username", roles, bodies, Map.of());
  }

  private OutsideLogin login(OutsideRules rules) {
    Clock now = clock;
    return new OutsideLogin(rules, outside, table, bodies, locked, news, transactions, now);
  }
}
