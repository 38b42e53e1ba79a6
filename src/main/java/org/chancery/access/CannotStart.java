package org.chancery.access;

/** Something the operator must put right before the start; told in a sentence, without a trace. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  /**
   * @param what what stops the start
   * @param action what to do about it
   */
  public CannotStart(String what, String action) {
    super(what);
    this.action = action;
  }

  /** What to do about it. */
  String action() {
    return action;
  }
}
