package org.chancery.lifecycle;

import java.time.LocalDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The courses of the cases, as the register has them now. */
@Component
class Courses {

  private final Instruments instruments;
  private final PartyCode home;

  Courses(Instruments instruments, @Value("${chancery.home}") String home) {
    this.instruments = instruments;
    this.home = new PartyCode(home);
  }

  Course of(Reference reference) {
    return of(instruments.known(reference));
  }

  /** The course of the case whose record was read before. */
  Course of(CaseFile file) {
    LocalDate today = instruments.today();
    return new Course(file.until(today), home, today);
  }

  /** The record of the case as it is now. */
  CaseFile known(Reference reference) {
    return instruments.known(reference);
  }

  PartyCode home() {
    return home;
  }
}
