package org.chancery.calendar;

import java.time.LocalDate;

/** On which days a country or a body works. */
@FunctionalInterface
public interface WorkingCalendar {

  /** Whether one works on the day; not computable where its year has no calendar. */
  Answer<Boolean> isWorking(LocalDate day);
}
