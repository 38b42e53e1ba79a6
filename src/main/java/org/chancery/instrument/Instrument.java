package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * A case of the register: what describes the instrument, and where the register keeps it.
 *
 * @param reference its name
 * @param description what describes it
 * @param parentReference the case its {@link Description#parent() parent} names
 * @param openedBy the account that opened it
 * @param openedAt when it was opened
 * @param updatedAt when anything about it last changed
 * @param version how often anything about it has changed; its entity tag
 * @param inForce when it enters into force as computed from its clause; null while not computable
 */
public record Instrument(
    Reference reference,
    @JsonUnwrapped Description description,
    @JsonIgnore @Nullable Reference parentReference,
    String openedBy,
    Instant openedAt,
    Instant updatedAt,
    @JsonIgnore int version,
    @JsonIgnore @Nullable StatedDate inForce) {

  /** The same with another description, which names the case of its parent. */
  Instrument describedBy(Description other, @Nullable Reference parent) {
    return new Instrument(
        reference, other, parent, openedBy, openedAt, updatedAt, version, inForce);
  }

  /** The same, of which something was changed at the instant. */
  Instrument changedAt(Instant at) {
    return new Instrument(
        reference, description, parentReference, openedBy, openedAt, at, version + 1, inForce);
  }

  /** The same with another computed entry into force. */
  public Instrument inForceOn(@Nullable StatedDate computed) {
    return new Instrument(
        reference, description, parentReference, openedBy, openedAt, updatedAt, version, computed);
  }
}
