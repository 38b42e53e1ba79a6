package org.chancery.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account is whose at an outside provider, and where the provider places it. */
@Component
class OutsideTable {

  private final JdbcClient jdbc;

  OutsideTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> accountOf(Outsider person) {
    return jdbc.sql("select account from outside_login where issuer = ? and subject = ?")
        .params(person.issuer(), person.subject())
        .query(String.class)
        .optional();
  }

  /** Whether the account is somebody's at an outside provider. */
  boolean knows(String account) {
    return jdbc.sql("select count(*) from outside_login where account = ?")
            .param(account)
            .query(Long.class)
            .single()
        > 0;
  }

  void add(Outsider person, String account) {
    jdbc.sql("insert into outside_login (issuer, subject, account) values (?, ?, ?)")
        .params(person.issuer(), person.subject(), account)
        .update();
  }

  /** Gives the account this name to show, these roles and these bodies, and no other. */
  void place(String account, String displayName, Set<Role> roles, Set<BodyCode> bodies) {
    jdbc.sql("update account set display_name = ?, version = version + 1 where name = ?")
        .params(displayName, account)
        .update();
    jdbc.sql("delete from account_role where account = ?").param(account).update();
    jdbc.sql("delete from membership where account = ?").param(account).update();
    for (Role role : roles) {
      jdbc.sql("insert into account_role (account, role) values (?, ?)")
          .params(account, role.name())
          .update();
    }
    for (BodyCode body : bodies) {
      jdbc.sql("insert into membership (account, body) values (?, ?)")
          .params(account, body.value())
          .update();
    }
  }
}
