package org.chancery.instrument;

/** Between whom an instrument is concluded. */
public enum Level {
  INTERSTATE,
  INTERGOVERNMENTAL,
  INTER_AGENCY
}
