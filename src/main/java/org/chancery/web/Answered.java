package org.chancery.web;

import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets each item of a long submission happen once, however often it is submitted: what it was
 * answered is kept, beside the answers under an {@code Idempotency-Key}, in the transaction of its
 * effect. So a submission that broke off is sent again whole and goes on where it ended.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Answered {

  private final IdempotencyKeys keys;

  Answered(IdempotencyKeys keys) {
    this.keys = keys;
  }

  /**
   * Claims the item; another who claims it meanwhile waits for this transaction to end.
   *
   * @param account who submits it
   * @param submission the key of the whole submission
   * @param number which item of it this is
   * @param sent the item itself
   * @return what it was answered before; empty when it is to happen now
   * @throws CannotAcquireLockException when another has just submitted it: try again
   * @throws Refusal when another item was submitted under this number before
   */
  public Optional<String> before(String account, String submission, long number, byte[] sent) {
    try {
      IdempotencyKeys.Key key =
          keys.claim(account, text(submission, number), Digest.sha256("", sent));
      return Optional.ofNullable(key.answer()).map(IdempotencyKeys.Stored::body);
    } catch (IdempotencyKeys.Raced raced) {
      throw new CannotAcquireLockException("another submits it just now", raced);
    }
  }

  /** Keeps what the claimed item is answered. */
  public void keep(String account, String submission, long number, int status, String answer) {
    keys.store(account, text(submission, number), status, answer);
  }

  /** Of a length of its own, however long the submission's key is. */
  private static String text(String submission, long number) {
    return Digest.sha256(submission) + ":" + number;
  }
}
