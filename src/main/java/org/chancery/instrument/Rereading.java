package org.chancery.instrument;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the words of all cases anew when the house starts with another version of {@link Folding},
 * or with cases whose words were never read. It goes in portions, each in a transaction that no
 * other node is in, and goes on where it was interrupted.
 */
@Component
@Order(50)
class Rereading implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);
  private static final int PORTION = 200;

  private final JdbcClient jdbc;
  private final Rows rows;
  private final Register register;
  private final Concordance concordance;
  private final TransactionTemplate transaction;

  Rereading(
      JdbcClient jdbc,
      Rows rows,
      Register register,
      Concordance concordance,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.register = register;
    this.concordance = concordance;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    rereadAll();
  }

  /** Reads what is to be read, and returns how many cases that were. */
  int rereadAll() {
    int all = 0;
    for (Optional<Integer> portion = next(); portion.isPresent(); portion = next()) {
      all += portion.get();
    }
    if (all > 0) {
      LOG.info("Read the words of {} cases anew, for search", all);
    }
    return all;
  }

  /** How many cases the next portion had; empty when there was none to read. */
  private Optional<Integer> next() {
    return java.util.Objects.requireNonNull(transaction.execute(status -> portion(state())));
  }

  /** Where an archive was imported there is no state yet. */
  private State state() {
    jdbc.sql(
            """
            insert into concordance (id, version, upto)
            select 1, 0, '' where not exists (select 1 from concordance)""")
        .update();
    return jdbc.sql("select version, upto from concordance where id = 1 for update")
        .query(State.class)
        .single();
  }

  private Optional<Integer> portion(State state) {
    if (state.version() == Folding.VERSION && state.upto() == null) {
      return Optional.empty();
    }
    String after = state.version() == Folding.VERSION && state.upto() != null ? state.upto() : "";
    if (after.isEmpty()) {
      jdbc.sql("delete from word_key").update();
      jdbc.sql("delete from case_word").update();
    }
    List<Instrument> cases = after(after);
    cases.forEach(each -> concordance.write(register.file(each)));
    String upto = cases.size() < PORTION ? null : cases.get(cases.size() - 1).reference().value();
    jdbc.sql("update concordance set version = :version, upto = :upto where id = 1")
        .param("version", Folding.VERSION)
        .param("upto", upto)
        .update();
    return Optional.of(cases.size());
  }

  /** The next cases, which nobody else can change until their words are read. */
  private List<Instrument> after(String reference) {
    return jdbc.sql(
            "select * from instrument where reference > :after order by reference limit :limit for update")
        .param("after", reference)
        .param("limit", PORTION)
        .query(rows::instrument)
        .list();
  }

  /** Which version the words were read by, and how far; null: to the end. */
  record State(int version, @Nullable String upto) {}
}
