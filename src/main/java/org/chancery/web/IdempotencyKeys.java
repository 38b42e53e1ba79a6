package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The keys of writes, each with the answer it got; kept for at least a day. */
@Component
class IdempotencyKeys {

  static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 200;

  /** Stored for an answer that is shown once; what is refused is never stored. */
  private static final int WITHHELD = 409;

  private static final Duration KEPT = Duration.ofDays(2);

  /**
   * A key and the answer stored under it.
   *
   * @param account whose key it is
   * @param text the key as sent
   * @param request what it was sent for: method, path and body, hashed
   * @param answer the stored answer; null before the effect
   */
  record Key(String account, String text, String request, @Nullable Stored answer) {

    boolean isAnswered() {
      return answer != null;
    }

    void replay(ContentCachingResponseWrapper response) {
      Stored stored = java.util.Objects.requireNonNull(answer);
      if (stored.status() == WITHHELD) {
        throw Refusal.of(Kind.CONFLICT, "idempotency.shown");
      }
      response.setStatus(stored.status());
      if (stored.location() != null) {
        response.setHeader(HttpHeaders.LOCATION, stored.location());
      }
      if (stored.etag() != null) {
        response.setHeader(HttpHeaders.ETAG, stored.etag());
      }
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      try {
        response.getOutputStream().write(stored.body().getBytes(StandardCharsets.UTF_8));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** An answer as it was given. */
  record Stored(
      int status, @Nullable String location, @Nullable String etag, String body, String request) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  IdempotencyKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the request carries a key. */
  boolean isKeyed(HttpServletRequest request) {
    return request.getHeader(HEADER) != null;
  }

  /**
   * Claims the key of the request: a second request with the same key waits here for the first.
   * Null when the request carries none.
   *
   * @param sent answers the digest of what was sent
   * @throws Refusal when the key is malformed, or was used for something else
   */
  @Nullable Key claim(HttpServletRequest request, Supplier<String> sent) {
    @Nullable String text = request.getHeader(HEADER);
    if (text == null) {
      return null;
    }
    if (text.isBlank() || text.length() > LONGEST) {
      throw Refusal.of(Kind.INVALID_PARAMETER, "idempotency.malformed", LONGEST);
    }
    @Nullable Principal principal = request.getUserPrincipal();
    String account = principal == null ? "" : principal.getName();
    return claim(account, text, sent.get());
  }

  /**
   * Claims the key for what has the digest: whoever claims it too waits here.
   *
   * @throws Refusal when the key was used for something else
   */
  Key claim(String account, String text, String hash) {
    try {
      return inserted(account, text, hash)
          ? new Key(account, text, hash, null)
          : answered(account, text, hash);
    } catch (DuplicateKeyException race) {
      throw new Raced(race);
    }
  }

  /**
   * Stores the answer under the key.
   *
   * @param withheld whether it holds a secret: then only that there was an answer
   */
  void store(Key key, ContentCachingResponseWrapper answer, boolean withheld) {
    jdbc.sql(
            """
            update idempotency_key set status = :status, location = :location, etag = :etag,
            body = :body where account = :account and text = :text""")
        .param("status", withheld ? WITHHELD : answer.getStatus())
        .param("location", answer.getHeader(HttpHeaders.LOCATION))
        .param("etag", answer.getHeader(HttpHeaders.ETAG))
        .param(
            "body",
            withheld ? "" : new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
        .param("account", key.account())
        .param("text", key.text())
        .update();
  }

  /** Stores an answer that was none over HTTP. */
  void store(String account, String text, int status, String body) {
    jdbc.sql(
            """
            update idempotency_key set status = :status, body = :body
            where account = :account and text = :text""")
        .param("status", status)
        .param("body", body)
        .param("account", account)
        .param("text", text)
        .update();
  }

  /** Forgets, each night, the keys that are older than they need be kept; returns how many. */
  @Scheduled(cron = "0 30 3 * * *", zone = "UTC")
  int forgetOld() {
    return jdbc.sql("delete from idempotency_key where created_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private boolean inserted(String account, String text, String hash) {
    return jdbc.sql(
                """
                insert into idempotency_key (account, text, request, created_at)
                select :account, :text, :request, :at
                where not exists (
                  select 1 from idempotency_key where account = :account and text = :text)""")
            .param("account", account)
            .param("text", text)
            .param("request", hash)
            .param("at", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private Key answered(String account, String text, String hash) {
    Stored stored =
        jdbc.sql(
                """
                select status, location, etag, body, request from idempotency_key
                where account = :account and text = :text""")
            .param("account", account)
            .param("text", text)
            .query(Stored.class)
            .single();
    if (!stored.request().equals(hash)) {
      throw Refusal.of(Kind.DOES_NOT_FIT, "idempotency.reused");
    }
    return new Key(account, text, hash, stored);
  }

  /** Two requests with one key met; the later one must begin again to see what the first did. */
  static final class Raced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Raced(DuplicateKeyException race) {
      super(race);
    }
  }
}
