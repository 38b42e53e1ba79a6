package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of a case that is held is what would be read of it, whatever was written. */
@SpringJUnitConfig(RegisterFixture.class)
class HeldTest {

  private static final int CASES = 200;

  private final Register register;
  private final Held held;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;

  @Autowired
  HeldTest(
      Register register,
      Held held,
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      Acting acting,
      Published published) {
    this.register = register;
    this.held = held;
    this.transaction = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
    this.acting = acting;
    this.published = published;
  }

  @BeforeEach
  void empty() {
    RegisterFixture.empty(jdbc, acting, published);
  }

  @Test
  void whatIsKnownIsWhatWouldBeRead() {
    for (int number = 1; number <= CASES; number++) {
      CaseFile made = MadeUpRegister.file(number);
      transaction.executeWithoutResult(status -> write(made));
    }
  }

  @Test
  void nothingIsKnownOfWhatIsNotHeld() {
    CaseFile made = MadeUpRegister.file(1);
    transaction.executeWithoutResult(status -> register.insert(made, Stage.UNKNOWN));
    transaction.executeWithoutResult(
        status -> {
          register.find(made.reference());
          assertThat(held.file(made.reference())).isEmpty();
          register.hold(List.of(made.reference()));
          requireSame(made.reference());
        });
    assertThat(held.file(made.reference())).isEmpty();
  }

  @Test
  void whatWasTakenBackIsNotKnown() {
    CaseFile made = MadeUpRegister.file(1);
    transaction.executeWithoutResult(
        status -> {
          register.insert(made, Stage.UNKNOWN);
          status.setRollbackOnly();
        });
    assertThat(held.file(made.reference())).isEmpty();
    transaction.executeWithoutResult(
        status -> assertThat(register.find(made.reference())).isEmpty());
  }

  /** Another transaction of the same thread holds nothing of the one that waits for it. */
  @Test
  void aTransactionKnowsWhatIsItsOwn() {
    CaseFile made = MadeUpRegister.file(1);
    TransactionTemplate another =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(
        status -> {
          register.insert(made, Stage.UNKNOWN);
          another.executeWithoutResult(
              other -> assertThat(register.find(made.reference())).isEmpty());
          requireSame(made.reference());
        });
  }

  private void write(CaseFile made) {
    Reference reference = made.reference();
    register.insert(
        new CaseFile(made.instrument(), made.milestones().subList(0, 5), List.of()), Stage.UNKNOWN);
    requireSame(reference);
    register.insert(reference, made.milestones().subList(5, made.milestones().size()));
    requireSame(reference);
    for (Event event : made.events()) {
      register.lock(reference, event.recordedAt().plus(1, ChronoUnit.MICROS));
      register.insert(reference, event);
      requireSame(reference);
    }
    for (Decision decision : made.decisions()) {
      register.insert(reference, decision);
      requireSame(reference);
    }
    CaseFile inForce = made.inForceOn(StatedDate.of(MadeUpRegister.DAY));
    for (String stage : List.of("SIGNED", "IN_FORCE", "SIGNED")) {
      register.derive(inForce, Derived.of(inForce, stage));
      requireSame(reference);
    }
    register.update(reference, made.milestones().get(0), Instant.EPOCH);
    requireSame(reference);
    register.describe(made, Stage.UNKNOWN, Instant.EPOCH);
    requireSame(reference);
  }

  private void requireSame(Reference reference) {
    Optional<CaseFile> known = held.file(reference);
    Optional<Derived> derived =
        held.stage(reference).map(stage -> Derived.of(known.orElseThrow(), stage));
    held.forget(reference);
    Derived stored = Objects.requireNonNull(register.derived(List.of(reference)).get(reference));
    CaseFile read = register.find(reference).orElseThrow();
    assertThat(known.orElse(read)).isEqualTo(read);
    assertThat(derived.orElse(stored)).isEqualTo(stored);
    assertThat(held.file(reference)).hasValue(read);
    assertThat(register.find(List.of(reference))).containsExactly(read);
  }
}
