package org.chancery.deadline;

import org.springframework.beans.factory.annotation.Autowired;

/** Lets a test sweep when it wants to. */
public class Sweeping {

  @Autowired Sweeps sweeps;

  /** Judges every case anew. */
  public void sweep() {
    sweeps.sweep();
  }

  /** Has whoever takes up jobs judge every case anew. */
  public void begin() {
    sweeps.begin(null);
  }
}
