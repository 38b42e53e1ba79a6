package org.chancery.journal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the sealing of the journals has come. */
@Component
public class Unsealed {

  private final Roots roots;

  Unsealed(Roots roots) {
    this.roots = roots;
  }

  /** When the last root was made; empty for none. */
  public Optional<Instant> lastRoot() {
    return Optional.ofNullable(roots.last()).map(Root::madeAt);
  }

  /** How many entries are under no root yet, of cases and of the house; of very many, at least. */
  public long entries() {
    @Nullable Root last = roots.last();
    Instant since = last == null ? Instant.EPOCH : last.madeAt().minus(Sealing.LATE);
    return roots.grown(since, Sealing.MOST).stream().mapToLong(Roots.Grown::entries).sum();
  }
}
