package org.chancery.instrument;

/** How a party expresses its consent to be bound (VCLT art. 11). */
public enum Consent {
  RATIFICATION,
  APPROVAL,
  ACCEPTANCE,
  ACCESSION,
  SIGNATURE;

  /** The kind of event by which it is expressed. */
  public EventKind expressedBy() {
    return switch (this) {
      case RATIFICATION -> EventKind.RATIFIED;
      case APPROVAL -> EventKind.APPROVED;
      case ACCEPTANCE -> EventKind.ACCEPTED;
      case ACCESSION -> EventKind.ACCEDED;
      case SIGNATURE -> EventKind.SIGNED;
    };
  }
}
