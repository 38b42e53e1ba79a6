package org.chancery.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An outbox on a database of its own, which holds what the migrations have made and nothing else.
 */
record Shelf(JdbcClient jdbc, Outbox outbox) {

  /** In memory. */
  static Shelf inMemory() {
    return on(memory());
  }

  /** A new database in memory. */
  static DataSource memory() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0");
    return source;
  }

  /** On the database, emptied. */
  static Shelf on(DataSource source) {
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    JdbcClient jdbc = JdbcClient.create(source);
    jdbc.sql("delete from notice_outbox").update();
    return new Shelf(jdbc, new Outbox(jdbc));
  }

  /** The states of all it holds, in the order of their coming. */
  List<String> states() {
    return jdbc.sql("select state from notice_outbox order by id").query(String.class).list();
  }

  /** Sends what it holds for the channel, by what does so in the place of the world outside. */
  Sender sender(Channel channel, Function<Dispatch, Delivery> carrying, Clock clock) {
    Carrier carrier =
        new Carrier() {
          @Override
          public Channel channel() {
            return channel;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public Delivery carry(Dispatch dispatch) {
            return carrying.apply(dispatch);
          }
        };
    return new Sender(outbox, new ChangeTable(jdbc), List.of(carrier), clock);
  }
}
