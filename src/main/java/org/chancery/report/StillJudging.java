package org.chancery.report;

/**
 * Told to who asked: the answer is being worked out, and takes longer than one waits for a page.
 */
public final class StillJudging extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long judged;
  private final long cases;

  StillJudging(long judged, long cases) {
    super(judged + " of " + cases + " cases are judged");
    this.judged = judged;
    this.cases = cases;
  }

  /** How many cases have been judged. */
  public long judged() {
    return judged;
  }

  /** How many there are to be judged. */
  public long cases() {
    return cases;
  }
}
