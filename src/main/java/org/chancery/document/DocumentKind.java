package org.chancery.document;

/** What a document of a case is. */
public enum DocumentKind {
  /** A text that is still negotiated. */
  DRAFT,
  /** A text that the negotiators have initialled as authentic and final (VCLT art. 10). */
  INITIALLED,
  /** The signed text. */
  SIGNED,
  /** An act at home, such as a law or a decree. */
  ACT,
  /** A note to or from the other side. */
  NOTE,
  /** An annex to the text. */
  ANNEX,
  /** A letter that goes with the text. */
  SIDE_LETTER;

  /** Whether it is a text of the instrument itself. */
  public boolean isText() {
    return this == DRAFT || this == INITIALLED || this == SIGNED;
  }
}
