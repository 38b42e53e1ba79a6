package org.chancery.document;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent and looked at: either it may pass, or it is known why not, which is told
 * when it is put in. It lies aside until it is closed.
 */
public final class Inspected implements AutoCloseable {

  private final @Nullable Received received;
  private final @Nullable RuntimeException fault;

  private Inspected(@Nullable Received received, @Nullable RuntimeException fault) {
    this.received = received;
    this.fault = fault;
  }

  /** What became of the look; whatever went wrong is kept. */
  static Inspected of(Supplier<Received> look) {
    try {
      return new Inspected(look.get(), null);
    } catch (RuntimeException fault) {
      return new Inspected(null, fault);
    }
  }

  /** The file, or what is wrong with it. */
  Received received() {
    if (received == null) {
      throw fault == null ? new IllegalStateException("nothing was looked at") : fault;
    }
    return received;
  }

  @Override
  public void close() {
    if (received != null) {
      received.close();
    }
  }
}
