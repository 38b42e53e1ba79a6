package org.chancery.process;

import java.util.regex.Pattern;

/** What kept a job from being done, as far as one can tell who has not written the program. */
public enum Trouble {
  /** There was no space left on a disk. */
  DISK("No space left on device|disk full|DiskFull|disk_full"),
  /** The memory did not suffice. */
  MEMORY("OutOfMemoryError"),
  /** The database could not be reached, or did not answer in time. */
  DATABASE(
      "CannotGetJdbcConnection|CannotCreateTransaction|DataAccessResourceFailure|QueryTimeout"
          + "|SQLTransientConnection|SQLNonTransientConnection|SocketTimeout|ConnectException"
          + "|database has been closed|SQL ?[Ss]tate\\W{1,3}08"),
  /** Somebody else held what had to be written. */
  HELD("OptimisticLocking|CannotAcquireLock|PessimisticLock|DeadlockLoser|TransactionTimedOut"),
  /** Something else, above all a fault of the program or of a record. */
  FAULT("");

  private final Pattern traces;

  Trouble(String traces) {
    this.traces = Pattern.compile(traces);
  }

  /** The trouble that the engine wrote down as the trace of an exception. */
  static Trouble of(String trace) {
    for (Trouble each : values()) {
      if (each.traces.matcher(trace).find()) {
        return each;
      }
    }
    return FAULT;
  }
}
