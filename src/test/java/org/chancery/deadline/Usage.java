package org.chancery.deadline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What this JVM has used so far. The time on the CPU counts its collector and compiler as well; on
 * a machine that others share it says more than the time on the wall.
 *
 * @param wall nanoseconds on the wall
 * @param cpu nanoseconds on the CPU
 */
record Usage(long wall, long cpu) {

  static final String COLUMNS = "workload,who,cases,round,findings,wall_ms,cpu_ms";

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of the whole JVM. */
  static Usage now() {
    return new Usage(System.nanoTime(), SYSTEM.getProcessCpuTime());
  }

  /** Of this thread alone, but to the nanosecond. */
  static Usage ofThread() {
    return new Usage(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
  }

  Usage since(Usage before) {
    return new Usage(wall - before.wall, cpu - before.cpu);
  }

  String sample(String workload, String who, int cases, int round, int findings) {
    return "%s,%s,%d,%d,%d,%.1f,%.1f"
        .formatted(workload, who, cases, round, findings, wall / 1e6, cpu / 1e6);
  }
}
