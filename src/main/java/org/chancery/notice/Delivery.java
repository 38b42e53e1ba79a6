package org.chancery.notice;

/** What came of trying to send something. */
sealed interface Delivery {

  /** The other side has accepted it. */
  record Accepted() implements Delivery {}

  /**
   * It need not be sent any more.
   *
   * @param why for the operator
   */
  record Needless(String why) implements Delivery {}

  /**
   * The other side refuses it, and would again.
   *
   * @param why for the operator
   */
  record Refused(String why) implements Delivery {}

  /**
   * It did not get through, and may later.
   *
   * @param why for the operator
   * @param everybody whether nothing gets through, to nobody
   */
  record Failed(String why, boolean everybody) implements Delivery {}
}
