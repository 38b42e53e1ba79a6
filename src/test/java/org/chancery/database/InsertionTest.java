package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.OnPostgres;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What goes in comes out again, on both databases. */
class InsertionTest {

  private static final List<DataSource> DATABASES =
      List.of(embedded(), OnPostgres.pool("insertion"));

  private record Row(
      int id,
      @Nullable String name,
      @Nullable LocalDate day,
      @Nullable OffsetDateTime at,
      @Nullable Boolean so) {}

  private static final Insertion<Row> ROW =
      Insertion.<Row>into("inserted")
          .number("id", Row::id)
          .text("text", Row::name)
          .day("on_day", Row::day)
          .instant("at", Row::at)
          .truth("so", Row::so);

  private static final Insertion<Row> PART =
      Insertion.<Row>into("inserted_part").number("id", Row::id);

  static Stream<JdbcTemplate> databases() {
    return DATABASES.stream()
        .map(JdbcTemplate::new)
        .peek(
            jdbc -> {
              jdbc.execute("drop table if exists inserted_part");
              jdbc.execute("drop table if exists inserted");
              jdbc.execute(
                  """
                  create table inserted (id int primary key, text varchar(80), on_day date,
                    at timestamp with time zone, so boolean)""");
              jdbc.execute("create table inserted_part (id int not null references inserted (id))");
            });
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatGoesInComesOut(JdbcTemplate jdbc) {
    List<Row> rows =
        List.of(
            new Row(1, null, null, null, null),
            new Row(
                2,
                "{\"a\": 'b', \\, NULL, ə, \uD83D\uDCDC}",
                LocalDate.of(2026, 2, 28),
                OffsetDateTime.parse("2026-11-24T00:00:00.123456Z"),
                true),
            new Row(
                3, "", LocalDate.of(0, 12, 31), OffsetDateTime.parse("2026-11-24T10:00Z"), false),
            new Row(4, "NULL", LocalDate.of(10_000, 12, 31), null, true));
    new Insertions().add(ROW, rows).add(PART, rows.subList(0, 2)).write(jdbc);
    assertThat(read(jdbc)).isEqualTo(rows);
    assertThat(parts(jdbc)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void noneIsTooMany(JdbcTemplate jdbc) {
    new Insertions().add(ROW, List.of()).write(jdbc);
    List<Row> rows =
        IntStream.range(0, 70_000).mapToObj(id -> new Row(id, "x", null, null, null)).toList();
    new Insertions().add(ROW, rows).add(PART, rows).write(jdbc);
    assertThat(parts(jdbc)).isEqualTo(rows.size());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatIsThereAlreadyIsRefused(JdbcTemplate jdbc) {
    Row row = new Row(1, null, null, null, null);
    Insertions twice = new Insertions().add(ROW, List.of(row, row));
    assertThatThrownBy(() -> twice.write(jdbc)).isInstanceOf(DuplicateKeyException.class);
  }

  private static List<Row> read(JdbcTemplate jdbc) {
    return jdbc.query(
        "select * from inserted order by id",
        (row, number) ->
            new Row(
                row.getInt("id"),
                row.getString("text"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("so", Boolean.class)));
  }

  private static int parts(JdbcTemplate jdbc) {
    return jdbc.queryForList("select id from inserted_part", Integer.class).size();
  }

  private static DataSource embedded() {
    JdbcDataSource embedded = new JdbcDataSource();
    embedded.setURL("jdbc:h2:mem:insertion;DB_CLOSE_DELAY=-1");
    return embedded;
  }
}
