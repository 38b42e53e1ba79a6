package org.chancery.instrument;

/** The kind of an instrument, or of an undertaking that is followed like one. */
public enum InstrumentType {
  TREATY,
  AGREEMENT,
  PROTOCOL,
  INTER_AGENCY_AGREEMENT,
  EXCHANGE_OF_NOTES,
  MEMORANDUM,
  DECLARATION,
  MINUTES,
  PROGRAMME,
  ROADMAP,
  UNDERTAKING,
  ARRANGEMENT,
  UNSPECIFIED;

  /** Whether it is followed in its performance alone, without the way of an instrument. */
  public boolean isPerformedOnly() {
    return this == UNDERTAKING || this == ARRANGEMENT || this == UNSPECIFIED;
  }

  /** Whether it is a plan of measures: a programme or a roadmap. */
  public boolean isProgramme() {
    return this == PROGRAMME || this == ROADMAP;
  }

  /** Whether it is by its kind a political text that takes effect on signature. */
  public boolean isMemorandum() {
    return this == MEMORANDUM || this == DECLARATION || this == MINUTES;
  }
}
