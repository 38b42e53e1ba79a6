package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who there is, and who of them is acting. */
class AccountsTest extends AccessTest {

  private static final BodyCode ENERGY = new BodyCode("energy");

  @Autowired private Accounts accounts;
  @Autowired private AccountBook book;
  @Autowired private Bodies bodies;
  @Autowired private BodyTable bodyTable;
  @Autowired private Passwords passwords;
  @Autowired private ApiKeys keys;

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void anAccountHasItsRolesAndBodies() {
    account("twice", Role.MANAGER, "energy", "economy");
    Account found = accounts.find("twice").orElseThrow();
    assertThat(found.is(Role.MANAGER)).isTrue();
    assertThat(found.is(Role.CLERK)).isFalse();
    assertThat(found.bodies()).containsExactlyInAnyOrder(ENERGY, new BodyCode("economy"));
    assertThat(found.seesAll()).isFalse();
  }

  @Test
  void theTreatyDepartmentRegistrarsAndLawyersSeeAll() {
    account("diplomat", Role.CLERK, "mfa");
    account("keeper", Role.REGISTRAR);
    account("counsel", Role.LAWYER);
    assertThat(accounts.all()).hasSize(3).allMatch(Account::seesAll);
  }

  @Test
  void programsOperatorsAndAdministratorsDoNotSeeAllThroughABody() {
    account("program", Role.SERVICE, "mfa");
    account("engineer", Role.OPERATOR, "mfa");
    account("keeper", Role.ADMIN, "mfa");
    assertThat(accounts.all()).hasSize(3).noneMatch(Account::seesAll);
  }

  @Test
  void whoOnlyBelongsToABodyDoesNotWorkForIt() {
    account("engineer", Role.OPERATOR, "energy");
    account("keeper", Role.ADMIN, "energy");
    clerk("worker");
    assertThat(accounts.members(ENERGY)).extracting(Account::name).containsExactly("worker");
    assertThat(accounts.find("keeper").orElseThrow().bodies()).isEmpty();
    assertThat(book.get("keeper").bodies()).containsExactly(ENERGY);
  }

  @Test
  void aClosedAccountIsFoundButNotCountedAmongThoseWhoMayLogIn() {
    clerk("here");
    clerk("gone");
    disable("gone");
    assertThat(accounts.find("gone")).isPresent();
    assertThat(accounts.all()).extracting(Account::name).containsExactly("here");
    assertThat(accounts.members(ENERGY)).extracting(Account::name).containsExactly("here");
    assertThat(accounts.members(new BodyCode("mfa"))).isEmpty();
  }

  @Test
  void nobodyIsActingWhenNobodyLoggedIn() {
    assertThatIllegalStateException().isThrownBy(accounts::current);
  }

  @Test
  void whoeverLoggedInIsActing() {
    clerk("actor");
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken("actor", "", List.of()));
    assertThat(accounts.current().name()).isEqualTo("actor");
  }

  @Test
  void theHouseActsInItsOwnNameAndGivesTheFloorBack() {
    String acting = accounts.as(Account.HOUSE, () -> accounts.current().name());
    assertThat(acting).isEqualTo("house");
    assertThatIllegalStateException().isThrownBy(accounts::current);
  }

  @Test
  void theHouseGivesTheFloorBackAfterAFailure() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                accounts.as(
                    Account.HOUSE,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .withMessage("failed");
    assertThatIllegalStateException().isThrownBy(accounts::current);
  }

  @Test
  void aNameIsTakenHoweverItIsWritten() {
    clerk("somebody");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> clerk("SomeBody"));
  }

  @Test
  void anAccountOfAnUnknownBodyIsRefused() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> account("lost", Role.CLERK, "atlantis"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "with space", "dot.ted", "1st", "house", "House", "émile"})
  void aNameThatDoesNotFitIsRefused(String name) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> clerk(name));
  }

  @Test
  void aPasswordTooShortOrTooLongIsRefused() {
    clerk("chooser");
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> changePassword("chooser", "elevenchars"));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> changePassword("chooser", "x".repeat(73)));
  }

  @Test
  void theDemonstrationMakesItsAccountsOnceAndLeavesThemAsTheyAre() {
    new Demonstration(book, bodies, passwords);
    disable("mfaClerk");
    new Demonstration(book, bodies, passwords);
    assertThat(book.all()).hasSize(9 * 3 + 5);
    assertThat(accounts.all())
        .extracting(Account::name)
        .contains("mddtClerk", "mddtManager", "mddtDeputy", "service")
        .doesNotContain("mfaClerk");
    assertThat(accounts.find("mddtDeputy").orElseThrow().roles()).isEqualTo(Set.of(Role.MANAGER));
  }

  @Test
  void theBodiesOfTheFileAreThereAndLoadedOnce() {
    bodyTable.load();
    assertThat(bodies.all()).hasSize(9).isEqualTo(bodyTable.all());
    assertThat(bodies.all()).filteredOn(Body::seesAll).extracting(Body::code).hasToString("[mfa]");
    assertThat(bodies.zoneOf(ENERGY)).isEqualTo(ZoneId.of("Asia/Baku"));
    assertThat(bodies.find(ENERGY).orElseThrow().nameIn(Locale.forLanguageTag("tr")))
        .isEqualTo("Enerji Bakanlığı");
  }

  @Test
  void anUnknownBodyHasNoZone() {
    assertThat(bodies.contains(new BodyCode("atlantis"))).isFalse();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> bodies.zoneOf(new BodyCode("atlantis")));
  }

  @Test
  void theUseOfAKeyIsNotedToTheMinute() {
    clerk("program");
    String key = key("program");
    assertThat(onlyKey().lastUsedAt()).isNull();
    assertThat(keys.use(key, "10.0.0.7")).map(ApiKey::account).contains("program");
    var first = onlyKey().lastUsedAt();
    assertThat(first).isEqualTo(clock.instant());
    clock.pass(Duration.ofSeconds(59));
    assertThat(keys.use(key, "10.0.0.7")).map(ApiKey::account).contains("program");
    assertThat(onlyKey().lastUsedAt()).isEqualTo(first);
    clock.pass(Duration.ofSeconds(2));
    assertThat(keys.use(key, "10.0.0.7")).map(ApiKey::account).contains("program");
    assertThat(onlyKey().lastUsedAt()).isEqualTo(clock.instant());
  }

  @Test
  void theLastAdministratorIsNeitherClosedNorMoved() {
    account("first", Role.ADMIN);
    account("second", Role.ADMIN);
    book.enable("first", false);
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> book.enable("second", false));
    AccountDetails moved =
        new AccountDetails("second", null, List.of(Role.OPERATOR), List.of(), true);
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> book.change("second", moved));
    book.enable("first", true);
    assertThat(book.change("second", moved).roles()).containsExactly(Role.OPERATOR);
  }

  @Test
  void aKeyOpensNothingAfterItsLastDay() {
    clerk("program");
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    NewKey made = new NewKey("a test", Scope.READ, List.of(), List.of(), today);
    String key = keys.add("program", made).secret().text();
    assertThat(keys.use(key, "10.0.0.7")).isPresent();
    clock.pass(Duration.ofDays(1));
    assertThat(keys.use(key, "10.0.0.7")).isEmpty();
  }

  @Test
  void aKeyIsRevokedOnce() {
    clerk("program");
    key("program");
    revokeKeys();
    assertThatExceptionOfType(Refusal.class).isThrownBy(this::revokeKeys);
  }

  private ApiKey onlyKey() {
    assertThat(keys.all()).hasSize(1);
    return keys.all().get(0);
  }
}
