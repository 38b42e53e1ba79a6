package org.chancery.deadline;

import org.chancery.deadline.TableVersion.State;
import org.jspecify.annotations.Nullable;

/**
 * How far a version of a table has come, as the journal tells it.
 *
 * @param number its number
 * @param state how far it has come
 * @param checksum the SHA-256 of what it says
 * @param remark why it was put forward
 * @param refusal why it was refused; null where nothing was said
 */
record TableStep(
    int number, State state, String checksum, String remark, @Nullable String refusal) {

  static TableStep of(TableVersion version) {
    return new TableStep(
        version.number(),
        version.state(),
        version.text().checksum(),
        version.remark(),
        version.refusal());
  }
}
