package org.chancery.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
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
    if (isKept(received.sha256()) || !isClaimed(received, at)) {
      return;
    }
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

  private boolean isKept(String sha256) {
    return jdbc.sql("select count(*) from content where sha256 = ?")
            .param(sha256)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether this transaction is to write it; not, when another has just done so. */
  private boolean isClaimed(Received received, Instant at) {
    try {
      attempt.executeWithoutResult(
          status ->
              jdbc.sql("insert into content (sha256, size, kept_at) values (:sha256, :size, :at)")
                  .param("sha256", received.sha256())
                  .param("size", received.size())
                  .param("at", at.atOffset(ZoneOffset.UTC))
                  .update());
      return true;
    } catch (DuplicateKeyException kept) {
      return false;
    }
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
