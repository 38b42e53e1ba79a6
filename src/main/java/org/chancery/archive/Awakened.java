package org.chancery.archive;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.lifecycle.Resuming;
import org.chancery.process.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * The cases of an imported register, when the house has been opened and has judged each of them.
 */
final class Awakened {

  private static final int FEW = 100;

  private final Instruments instruments;
  private final Processes processes;
  private final Resuming resuming;
  private final Accounts accounts;

  Awakened(BeanFactory house) {
    this.instruments = house.getBean(Instruments.class);
    this.processes = house.getBean(Processes.class);
    this.resuming = house.getBean(Resuming.class);
    this.accounts = house.getBean(Accounts.class);
  }

  /** Takes up each case where it stood, and says so; answers whether every one could be. */
  boolean takeUp(PrintStream out) {
    return accounts.as(Account.HOUSE, () -> takeUpAll(out));
  }

  private boolean takeUpAll(PrintStream out) {
    List<Reference> asleep = new ArrayList<>();
    int cases = 0;
    @Nullable Reference last = null;
    for (List<CaseFile> few = after(last); !few.isEmpty(); few = after(last)) {
      cases += few.size();
      few.forEach(file -> resuming.resume(file.reference()));
      few.stream().filter(this::isAsleep).map(CaseFile::reference).forEach(asleep::add);
      last = few.get(few.size() - 1).reference();
    }
    out.printf("%d cases are judged, and go on where they stood.%n", cases - asleep.size());
    asleep.forEach(reference -> out.println(reference + " could not be judged: see the log."));
    return asleep.isEmpty();
  }

  private List<CaseFile> after(@Nullable Reference last) {
    return instruments.allAfter(last, FEW);
  }

  /** A case that has not ended has a process, unless judging it failed. */
  private boolean isAsleep(CaseFile file) {
    return !file.stage(instruments.today()).isEnd() && !processes.isRunning(file.reference());
  }
}
