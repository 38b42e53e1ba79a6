package org.chancery.instrument;

/** How a party expresses its consent to be bound (VCLT art. 11). */
public enum Consent {
  RATIFICATION,
  APPROVAL,
  ACCEPTANCE,
  ACCESSION,
  SIGNATURE
}
