package org.chancery.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts as administrators see and change them. */
@Component
class Enrolments {

  private static final String SELECT =
      """
      select a.name, a.display_name, a.email, a.enabled, a.must_change, a.created_at, a.version
      from account a
      """;

  private final JdbcClient jdbc;

  Enrolments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Enrolment> find(String name) {
    return jdbc.sql(SELECT + " where a.name = ?").param(name).query(this::read).optional();
  }

  /** Those in whose name, name to show or address the text stands, by name. */
  List<Enrolment> page(String text, @Nullable String after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 where lower(a.name) > :after and (lower(a.name) like :text escape '!'
                   or lower(a.display_name) like :text escape '!'
                   or lower(a.email) like :text escape '!')
                order by lower(a.name) limit :limit\
                """)
        .param("after", after == null ? "" : after.toLowerCase(Locale.ROOT))
        .param("text", "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** Locks every administrator who may log in, so that two cannot take away each other. */
  long lockAdministrators() {
    jdbc.sql(
            """
            select name from account where name in
              (select account from account_role where role = 'ADMIN') order by name for update\
            """)
        .query(String.class)
        .list();
    return jdbc.sql(
            """
            select count(*) from account where enabled and name in
              (select account from account_role where role = 'ADMIN')\
            """)
        .query(Long.class)
        .single();
  }

  /** Changes it, if it is still of the version; answers whether it was. */
  boolean change(Enrolment before, AccountDetails after) {
    boolean found =
        jdbc.sql(
                    """
                    update account set display_name = ?, email = ?, enabled = ?,
                      version = version + 1 where name = ? and version = ?\
                    """)
                .params(
                    Arrays.asList(
                        after.displayName(),
                        after.email(),
                        after.enabled(),
                        before.name(),
                        before.version()))
                .update()
            == 1;
    if (found) {
      replace("account_role", "role", before.name(), after.roles());
      replace("membership", "body", before.name(), after.bodies());
    }
    return found;
  }

  /** Gives the account this name to show, these roles and these bodies, and no other. */
  void place(String name, String displayName, Collection<Role> roles, Collection<BodyCode> bodies) {
    jdbc.sql("update account set display_name = ?, version = version + 1 where name = ?")
        .params(displayName, name)
        .update();
    replace("account_role", "role", name, roles);
    replace("membership", "body", name, bodies);
  }

  private void replace(String table, String column, String name, Collection<?> values) {
    jdbc.sql("delete from " + table + " where account = ?").param(name).update();
    for (Object value : values) {
      jdbc.sql("insert into " + table + " (account, " + column + ") values (?, ?)")
          .params(name, value.toString())
          .update();
    }
  }

  private Enrolment read(ResultSet row, int number) throws SQLException {
    String name = row.getString("name");
    return new Enrolment(
        name,
        row.getString("display_name"),
        row.getString("email"),
        values("select role from account_role where account = ?", name, Role::valueOf),
        values("select body from membership where account = ?", name, BodyCode::new),
        row.getBoolean("enabled"),
        row.getBoolean("must_change"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }

  private <T extends Comparable<T>> List<T> values(
      String query, String name, Function<String, T> each) {
    return jdbc.sql(query).param(name).query(String.class).stream().map(each).sorted().toList();
  }
}
