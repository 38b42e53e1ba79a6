package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.access.HouseChanged.Change;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionCallback;
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
  @Autowired private Enrolments enrolments;
  @Autowired private AccountBook book;

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
  void whoWasStrippedOfAllRolesCanBeClosedAndStaysOut() {
    enter("1", "leyla", "clerks");
    assertThat(enter("1", "leyla")).isEmpty();
    disable("leyla");
    assertThat(enter("1", "leyla", "clerks")).isEmpty();
    assertThat(enrolments.find("leyla").orElseThrow().enabled()).isFalse();
  }

  @Test
  void aFormThatWasOpenedBeforeDoesNotBringBackWhatTheProviderTook() {
    enter("1", "leyla", "clerks");
    Enrolment before = enrolments.find("leyla").orElseThrow();
    enter("1", "leyla");
    assertThat(enrolments.find("leyla").orElseThrow().version()).isGreaterThan(before.version());
    assertThat(enrolments.change(before, before.details())).isFalse();
    assertThat(accounts.find("leyla").orElseThrow().roles()).isEmpty();
  }

  @Test
  void theLastAdministratorStaysOneUntilThereIsAnother() {
    OutsideLogin login = login(rules(Map.of(Role.ADMIN, Set.of("it")), Map.of()));
    login.enter(ISSUER, "1", claims("leyla", List.of("it")));
    assertThat(login.enter(ISSUER, "1", claims("leyla", List.of()))).isPresent();
    assertThat(accounts.find("leyla").orElseThrow().roles()).containsExactly(Role.ADMIN);
    account("another", Role.ADMIN);
    assertThat(login.enter(ISSUER, "1", claims("leyla", List.of()))).isEmpty();
    assertThat(accounts.find("leyla").orElseThrow().roles()).isEmpty();
  }

  @Test
  void aPasswordHereIsMadeForNobodyOfTheProvider() {
    enter("1", "leyla", "clerks");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> book.changePassword("leyla"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> changePassword("leyla", "another long password"));
    clerk("local");
    assertThat(book.changePassword("local")).isNotBlank();
  }

  @Test
  void whoComesForTheFirstTimeInTwoWindowsAtOnceComesIn() {
    AtomicInteger times = new AtomicInteger();
    TransactionOperations rival =
        new TransactionOperations() {
          @Override
          public <T> @Nullable T execute(TransactionCallback<T> action) {
            if (times.incrementAndGet() == 1) {
              enter("1", "leyla", "clerks");
              throw new DuplicateKeyException("the other window was first");
            }
            return transactions.execute(action);
          }
        };
    OutsideLogin login = login(rules(Map.of(Role.CLERK, Set.of("clerks")), Map.of()), rival);
    assertThat(login.enter(ISSUER, "1", claims("leyla", List.of("clerks")))).isPresent();
    assertThat(accounts.all()).extracting(Account::name).containsExactly("leyla");
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
    return login(rules, transactions);
  }

  private OutsideLogin login(OutsideRules rules, TransactionOperations within) {
    Clock now = clock;
    return new OutsideLogin(rules, outside, table, enrolments, bodies, locked, news, within, now);
  }
}
