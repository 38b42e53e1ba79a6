package org.chancery.process;

import java.util.HashMap;
import java.util.Map;
import org.chancery.instrument.Reference;
import org.springframework.beans.factory.ObjectProvider;

/** Cases of a register made of paper: it knows which process each case needs, if any. */
class MadeUpCases implements Cases {

  final Map<Reference, String> processes = new HashMap<>();
  private final ObjectProvider<Processes> engine;

  MadeUpCases(ObjectProvider<Processes> engine) {
    this.engine = engine;
  }

  @Override
  public boolean hold(Reference reference) {
    return true;
  }

  @Override
  public boolean isInSight(Reference reference) {
    return processes.containsKey(reference);
  }

  @Override
  public void goOn(Reference reference) {
    if (!engine.getObject().isRunning(reference) && processes.containsKey(reference)) {
      engine.getObject().start(processes.get(reference), reference);
    }
  }
}
