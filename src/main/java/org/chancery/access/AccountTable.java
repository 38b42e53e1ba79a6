package org.chancery.access;

import static org.chancery.access.Role.CLERK;
import static org.chancery.access.Role.LAWYER;
import static org.chancery.access.Role.MANAGER;
import static org.chancery.access.Role.REGISTRAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored accounts, their roles and memberships. */
@Component
class AccountTable {

  private static final String SELECT =
      """
      select a.name, a.display_name, a.password_hash, a.enabled, a.must_change, a.language,
             r.role, m.body
      from account a
      left join account_role r on r.account = a.name
      left join membership m on m.account = a.name
      """;
  private static final String ORDER = " order by a.name";

  private final JdbcClient jdbc;
  private final Bodies bodies;
  private final Clock clock;

  AccountTable(JdbcClient jdbc, Bodies bodies, Clock clock) {
    this.jdbc = jdbc;
    this.bodies = bodies;
    this.clock = clock;
  }

  Optional<StoredAccount> find(String name) {
    return jdbc
        .sql(SELECT + " where a.name = :name" + ORDER)
        .param("name", name)
        .query(this::group)
        .stream()
        .findFirst();
  }

  List<StoredAccount> all() {
    return jdbc.sql(SELECT + ORDER).query(this::group);
  }

  List<StoredAccount> members(BodyCode body) {
    return jdbc.sql(
            SELECT + " where a.name in (select account from membership where body = :body)" + ORDER)
        .param("body", body.value())
        .query(this::group);
  }

  /** Whether somebody keeps the accounts, and may log in. */
  boolean hasAdministrator() {
    return jdbc.sql(
                """
                select count(*) from account where enabled and name in
                  (select account from account_role where role = 'ADMIN')""")
            .query(Long.class)
            .single()
        > 0;
  }

  /** Whether a name is taken, however its letters are written. */
  boolean isTaken(String name) {
    return jdbc.sql("select count(*) from account where lower(name) = lower(:name)")
            .param("name", name)
            .query(Long.class)
            .single()
        > 0;
  }

  void insert(NewAccount made, String passwordHash, boolean mustChange) {
    jdbc.sql(
            """
            insert into account
              (name, display_name, email, password_hash, enabled, must_change, created_at)
            values (?, ?, ?, ?, true, ?, ?)
            """)
        .params(
            Arrays.asList(
                made.name(),
                made.displayName(),
                made.email(),
                passwordHash,
                mustChange,
                OffsetDateTime.now(clock)))
        .update();
    for (Role role : made.roles()) {
      jdbc.sql("insert into account_role (account, role) values (?, ?)")
          .params(made.name(), role.name())
          .update();
    }
    for (BodyCode body : made.bodies()) {
      jdbc.sql("insert into membership (account, body) values (?, ?)")
          .params(made.name(), body.value())
          .update();
    }
  }

  boolean changePassword(String name, String hash, boolean mustChange) {
    return jdbc.sql(
                """
                update account set password_hash = ?, must_change = ?, version = version + 1
                where name = ?""")
            .params(hash, mustChange, name)
            .update()
        > 0;
  }

  /** How the account is reached; nothing is known of one that is none. */
  Contact contact(String name) {
    return jdbc.sql("select email, language from account where name = ?")
        .param(name)
        .query((row, number) -> new Contact(row.getString("email"), row.getString("language")))
        .optional()
        .orElse(Contact.UNKNOWN);
  }

  boolean changeContact(String name, Contact contact) {
    return jdbc.sql(
                """
                update account set email = :email, language = :language, version = version + 1
                where name = :name""")
            .param("email", contact.email())
            .param("language", contact.language())
            .param("name", name)
            .update()
        > 0;
  }

  /** Each account has as many rows as roles times bodies, one after the other. */
  private List<StoredAccount> group(ResultSet rows) throws SQLException {
    List<StoredAccount> accounts = new ArrayList<>();
    boolean more = rows.next();
    while (more) {
      String name = rows.getString("name");
      String displayName = rows.getString("display_name");
      String hash = rows.getString("password_hash");
      boolean enabled = rows.getBoolean("enabled");
      boolean mustChange = rows.getBoolean("must_change");
      String language = rows.getString("language");
      Set<Role> roles = EnumSet.noneOf(Role.class);
      Set<BodyCode> memberships = new TreeSet<>();
      do {
        Optional.ofNullable(rows.getString("role")).map(Role::valueOf).ifPresent(roles::add);
        Optional.ofNullable(rows.getString("body")).map(BodyCode::new).ifPresent(memberships::add);
        more = rows.next();
      } while (more && name.equals(rows.getString("name")));
      boolean seesAll = seesAll(roles, memberships);
      Account account = new Account(name, displayName, roles, memberships, seesAll);
      accounts.add(new StoredAccount(account, hash, enabled, mustChange, language));
    }
    return accounts;
  }

  /** Whether whoever has these roles and belongs to these bodies sees every case. */
  boolean seesAll(Set<Role> roles, Set<BodyCode> memberships) {
    boolean works = roles.contains(CLERK) || roles.contains(MANAGER);
    return roles.contains(REGISTRAR)
        || roles.contains(LAWYER)
        || (works
            && memberships.stream()
                .flatMap(code -> bodies.find(code).stream())
                .anyMatch(Body::seesAll));
  }
}
