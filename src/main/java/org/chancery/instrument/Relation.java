package org.chancery.instrument;

/** How an instrument stands to its parent. */
public enum Relation {
  IMPLEMENTS,
  AMENDS,
  REPLACES,
  PROTOCOL_TO
}
