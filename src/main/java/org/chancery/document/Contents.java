package org.chancery.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contents of all texts, each kept once under its SHA-256, in pieces: neither who writes nor
 * who reads holds more than one piece in memory.
 */
@Repository
class Contents {

  private static final int PIECE = 256 * 1024;

  private final JdbcClient jdbc;
  private final TransactionTemplate attempt;

  Contents(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.attempt = new TransactionTemplate(transactions);
    this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Keeps the content, unless it is kept already. */
  void keep(Received received, Instant at) {
    if (isClaimed(received, at)) {
      write(received);
    } else if (!holds(received.sha256())) {
      mark(received.sha256(), null);
      write(received);
    }
  }

  /** Removes the bytes, unless a version that is held still has them. */
  void release(String sha256, Instant at) {
    if (holds(sha256) && !isInUse(sha256)) {
      jdbc.sql("delete from content_chunk where sha256 = ?").param(sha256).update();
      mark(sha256, at);
    }
  }

  private void write(Received received) {
    try (InputStream content = received.open()) {
      int number = 0;
      for (byte[] piece = next(content); piece.length > 0; piece = next(content)) {
        insert(received.sha256(), ++number, piece);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The content, read piece by piece as it is needed. */
  InputStream open(String sha256) {
    return new InPieces(number -> piece(sha256, number));
  }

  /** Whether its bytes are here; whoever else keeps or removes them waits for this transaction. */
  private boolean holds(String sha256) {
    return jdbc.sql("select removed_at is null from content where sha256 = ? for update")
        .param(sha256)
        .query(Boolean.class)
        .single();
  }

  private boolean isInUse(String sha256) {
    return jdbc.sql(
                """
                select count(*) from document_version v
                where v.sha256 = ? and not exists (
                  select 1 from text_removal r
                  where r.reference = v.reference and r.document = v.document
                    and r.version = v.number and r.confirmed_at is not null)""")
            .param(sha256)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void mark(String sha256, @Nullable Instant removedAt) {
    jdbc.sql("update content set removed_at = :at where sha256 = :sha256")
        .param(
            "at",
            removedAt == null ? null : removedAt.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("sha256", sha256)
        .update();
  }

  /** Whether this transaction is to write it; not, when another has done so. */
  private boolean isClaimed(Received received, Instant at) {
    try {
      return Boolean.TRUE.equals(attempt.execute(status -> insert(received, at)));
    } catch (DuplicateKeyException kept) {
      return false;
    }
  }

  private boolean insert(Received received, Instant at) {
    return jdbc.sql(
                """
                insert into content (sha256, size, kept_at)
                select :sha256, :size, :at
                where not exists (select 1 from content where sha256 = :sha256)""")
            .param("sha256", received.sha256())
            .param("size", received.size())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  private void insert(String sha256, int number, byte[] bytes) {
    jdbc.sql("insert into content_chunk (sha256, number, bytes) values (:sha256, :number, :bytes)")
        .param("sha256", sha256)
        .param("number", number)
        .param("bytes", bytes)
        .update();
  }

  /** The piece with the number; empty after the last. */
  private byte[] piece(String sha256, int number) {
    return jdbc.sql("select bytes from content_chunk where sha256 = :sha256 and number = :number")
        .param("sha256", sha256)
        .param("number", number)
        .query((row, each) -> row.getBytes("bytes"))
        .optional()
        .orElse(new byte[0]);
  }

  private static byte[] next(InputStream content) throws IOException {
    return content.readNBytes(PIECE);
  }
}
