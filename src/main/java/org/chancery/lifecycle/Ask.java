package org.chancery.lifecycle;

import org.chancery.lifecycle.Task.FieldType;

/** What the form of a step may ask, in the order in which it is asked. */
enum Ask {
  /** Which of the step's answers it is; asked where there are several. */
  ANSWER(FieldType.CHOICE),
  /** The day it happened. */
  ON(FieldType.DATE),
  /** The day that is set. */
  FOR(FieldType.DATE),
  /** The new deadline. */
  TO(FieldType.DATE),
  /** Where it happened. */
  PLACE(FieldType.TEXT),
  /** The number of the act. */
  ACT(FieldType.TEXT),
  /** The number of the note. */
  NOTE(FieldType.TEXT),
  /** On what authority. */
  AUTHORITY(FieldType.TEXT),
  /** By when the next one is due. */
  NEXT(FieldType.DATE),
  /** The scan of the act, note or text. */
  SCAN(FieldType.FILE),
  /** What else is to be said. */
  REMARK(FieldType.LONG_TEXT),
  /** Why: of a decision; of an event, why it is recorded out of order. */
  REASON(FieldType.LONG_TEXT);

  private final FieldType type;

  Ask(FieldType type) {
    this.type = type;
  }

  /** What its field takes. */
  FieldType type() {
    return type;
  }

  /** Its name in the completion. */
  String field() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
