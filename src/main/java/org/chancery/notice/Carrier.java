package org.chancery.notice;

/** Carries what is to be sent to its recipient. */
interface Carrier {

  /** What it carries. */
  Channel channel();

  /** Whether the house has told it how. */
  boolean isReady();

  /** Carries it. */
  Delivery carry(Dispatch dispatch);
}
