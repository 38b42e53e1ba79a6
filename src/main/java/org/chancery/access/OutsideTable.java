package org.chancery.access;

import java.util.Optional;
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
}
