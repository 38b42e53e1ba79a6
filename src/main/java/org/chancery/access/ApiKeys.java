package org.chancery.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.access.HouseChanged.Change;
import org.chancery.access.Tokens.Kind;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of programs: 256 random bits each, stored as their SHA-256. */
@Component
@Transactional
class ApiKeys {

  private static final String SELECT =
      """
      select id, account, label, scope, roles, bodies, created_at, last_day, last_used_at,
        last_used_from, revoked_at from api_key
      """;

  private final JdbcClient jdbc;
  private final Tokens tokens;
  private final AccountTable accounts;
  private final HouseNews news;

  ApiKeys(JdbcClient jdbc, Tokens tokens, AccountTable accounts, HouseNews news) {
    this.jdbc = jdbc;
    this.tokens = tokens;
    this.accounts = accounts;
    this.news = news;
  }

  /**
   * A key that has just been made.
   *
   * @param key what is known of it from now on
   * @param secret the key itself, which is stored nowhere
   */
  record Issued(ApiKey key, Secret secret) {}

  /**
   * Makes a key for the account.
   *
   * @throws InvalidValue when the key would have a role or a body that the account has not, or
   *     would be over before today
   */
  Issued add(String account, NewKey made) {
    Account owner =
        accounts
            .find(account)
            .map(StoredAccount::account)
            .orElseThrow(() -> Refusal.notFound("account.unknown", account));
    requireWithin(owner, made);
    Secret secret = Secret.random();
    jdbc.sql(
            """
            insert into api_key (account, hash, label, created_at, scope, roles, bodies, last_day)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Arrays.asList(
                account,
                secret.hash(),
                made.label(),
                tokens.now(),
                made.scope().name(),
                joined(made.roles()),
                joined(made.bodies()),
                made.lastDay()))
        .update();
    ApiKey key = byHash(secret.hash());
    news.tell(Change.KEY_ISSUED, HouseChanged.account(account), null, key);
    return new Issued(key, secret);
  }

  /** Every key, those revoked included, in the order they were made. */
  @Transactional(readOnly = true)
  List<ApiKey> all() {
    return jdbc.sql(SELECT + " order by id").query(ApiKeys::read).list();
  }

  /** Every key of the account, those revoked included, the newest first. */
  @Transactional(readOnly = true)
  List<ApiKey> of(String account) {
    return jdbc.sql(SELECT + " where account = ? order by id desc")
        .param(account)
        .query(ApiKeys::read)
        .list();
  }

  /** The key with the number, also one that was revoked. */
  @Transactional(readOnly = true)
  Optional<ApiKey> find(long id) {
    return jdbc.sql(SELECT + " where id = ?").param(id).query(ApiKeys::read).optional();
  }

  /** Revokes a key at once and for ever. */
  void revoke(long id) {
    ApiKey before = find(id).orElseThrow(() -> Refusal.notFound("key.unknown", String.valueOf(id)));
    if (!tokens.revoke(Kind.API_KEY, id)) {
      throw Refusal.notFound("key.unknown", String.valueOf(id));
    }
    ApiKey after = find(id).orElseThrow();
    news.tell(Change.KEY_REVOKED, HouseChanged.account(before.account()), before, after);
  }

  /**
   * The valid key with this text; its use is noted.
   *
   * @param from the address it is used from
   */
  Optional<ApiKey> use(String text, String from) {
    return tokens
        .find(Kind.API_KEY, text)
        .flatMap(
            token ->
                find(token.id())
                    .filter(key -> key.isValidOn(today()))
                    .map(
                        key -> {
                          tokens.noteUse(Kind.API_KEY, token, from);
                          return key;
                        }));
  }

  private void requireWithin(Account owner, NewKey made) {
    boolean within =
        owner.roles().containsAll(made.roles()) && owner.bodies().containsAll(made.bodies());
    if (!within) {
      throw new InvalidValue("key.beyond", owner.name());
    }
    if (made.lastDay() != null && made.lastDay().isBefore(today())) {
      throw new InvalidValue("key.past", made.lastDay().toString());
    }
  }

  private LocalDate today() {
    return tokens.now().toLocalDate();
  }

  private ApiKey byHash(String hash) {
    return jdbc.sql(SELECT + " where hash = ?").param(hash).query(ApiKeys::read).single();
  }

  private static @Nullable String joined(Collection<?> values) {
    return values.isEmpty()
        ? null
        : values.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private static <T> List<T> split(@Nullable String text, Function<String, T> each) {
    return text == null ? List.of() : Arrays.stream(text.split(",")).map(each).toList();
  }

  private static ApiKey read(ResultSet row, int number) throws SQLException {
    return new ApiKey(
        row.getLong("id"),
        row.getString("account"),
        row.getString("label"),
        Scope.valueOf(row.getString("scope")),
        split(row.getString("roles"), Role::valueOf),
        split(row.getString("bodies"), BodyCode::new),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_day", LocalDate.class),
        Tokens.instant(row.getObject("last_used_at", OffsetDateTime.class)),
        row.getString("last_used_from"),
        Tokens.instant(row.getObject("revoked_at", OffsetDateTime.class)));
  }
}
