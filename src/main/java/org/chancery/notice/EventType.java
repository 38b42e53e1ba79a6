package org.chancery.notice;

import java.util.Arrays;

/** What webhooks are told of. */
enum EventType {
  CASE_OPENED("org.chancery.case.opened"),
  CASE_CHANGED("org.chancery.case.changed"),
  FINDING_DUE_SOON("org.chancery.finding.due-soon"),
  FINDING_OVERDUE("org.chancery.finding.overdue"),
  FINDING_EXTENDED("org.chancery.finding.extended"),
  FINDING_DONE("org.chancery.finding.done");

  private final String id;

  EventType(String id) {
    this.id = id;
  }

  /** The type of its CloudEvents. */
  String id() {
    return id;
  }

  static boolean isKnown(String id) {
    return Arrays.stream(values()).anyMatch(type -> type.id.equals(id));
  }

  static EventType of(Change change) {
    return switch (change) {
      case OVERDUE -> FINDING_OVERDUE;
      case DUE_SOON -> FINDING_DUE_SOON;
      case EXTENDED -> FINDING_EXTENDED;
      case DONE -> FINDING_DONE;
    };
  }
}
