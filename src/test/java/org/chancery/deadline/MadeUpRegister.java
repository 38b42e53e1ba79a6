package org.chancery.deadline;

import java.time.LocalDate;
import org.chancery.instrument.CaseFile;

/** The made-up register of the benchmarks, for those of other modules. */
public final class MadeUpRegister {

  /** The day the cases are made around. */
  public static final LocalDate DAY = Population.DAY;

  private static final Population REGISTER = new Population(7, 10);

  private MadeUpRegister() {}

  /** The case with the number, from 1; it has ten milestones. */
  public static CaseFile file(int number) {
    return REGISTER.of(number).file();
  }
}
