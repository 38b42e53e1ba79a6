package org.chancery.process;

/** What the processes ask and tell when a step opens and when a person completes it. */
public interface Steps {

  /** A step has opened: what shall its task show? */
  Display opened(OpenStep step);

  /**
   * A person completes a step: record what she says, in the same transaction.
   *
   * @throws org.chancery.web.Refusal when the answer is wrong; the step then stays open
   */
  void completed(OpenStep step, Answer answer);
}
