package org.chancery.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.HouseChanged;
import org.chancery.access.HouseChanged.Change;
import org.chancery.access.HouseNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be told. */
@Component
@Transactional
public class Preferences {

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final HouseNews news;

  Preferences(JdbcClient jdbc, Accounts accounts, HouseNews news) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.news = news;
  }

  /** What the account wants. */
  @Transactional(readOnly = true)
  public Preference of(Account account) {
    return jdbc.sql("select digest, muted from notice_preference where account = ?")
        .param(account.name())
        .query(Preferences::preference)
        .optional()
        .orElse(Preference.USUAL);
  }

  /** Has whoever is logged in told like this from now on. */
  public void change(Preference preference) {
    Account account = accounts.current();
    Preference before = of(account);
    if (before.equals(preference)) {
      return;
    }
    int known =
        save(
            "update notice_preference set digest = ?, muted = ? where account = ?",
            account,
            preference);
    if (known == 0) {
      save(
          "insert into notice_preference (digest, muted, account) values (?, ?, ?)",
          account,
          preference);
    }
    if (before.digest() == Frequency.NEVER) {
      // What changed while she read none is no news.
      jdbc.sql("delete from notice_digest where account = ?").param(account.name()).update();
    }
    news.tell(Change.PREFERENCES_CHANGED, HouseChanged.account(account.name()), before, preference);
  }

  private int save(String sql, Account account, Preference preference) {
    String muted =
        preference.muted().stream().map(Kind::name).sorted().collect(Collectors.joining(","));
    return jdbc.sql(sql).params(preference.digest().name(), muted, account.name()).update();
  }

  private static Preference preference(ResultSet row, int number) throws SQLException {
    Set<Kind> muted =
        Arrays.stream(row.getString("muted").split(","))
            .filter(kind -> !kind.isEmpty())
            .map(Kind::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new Preference(Frequency.valueOf(row.getString("digest")), muted);
  }
}
