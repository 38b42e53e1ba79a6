package org.chancery.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The house's own figures, beside those of its machine. None has a tag: no reference, no account
 * and no address ever becomes a series. While the database is away they are NaN.
 */
@Component
class Figures implements MeterBinder {

  private final Watch watch;

  Figures(Watch watch) {
    this.watch = watch;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    add(registry, "cases.open", "Cases that have not come to an end", Pulse::openCases);
    add(registry, "milestones.overdue", "Milestones overdue, as last judged", Pulse::overdue);
    add(registry, "sweep.duration.seconds", "How long the last sweep took", Pulse::sweepSeconds);
    add(registry, "sweep.age.seconds", "Since the last sweep had ended", Pulse::sweepAge);
    add(registry, "jobs.failed", "Jobs that are not tried again", Pulse::failedJobs);
    add(registry, "incidents.open", "Incidents that wait for an operator", Pulse::incidents);
    add(registry, "outbox.waiting", "Mails and calls to be sent", p -> p.queue().waiting());
    add(registry, "outbox.dead", "Mails and calls given up", p -> p.queue().dead());
    add(registry, "journal.unsealed", "Journal entries under no root", Pulse::unsealed);
    add(registry, "journal.root.age.seconds", "Since the last root was made", Pulse::rootAge);
  }

  private void add(
      MeterRegistry registry, String name, String meaning, ToDoubleFunction<Pulse> figure) {
    Gauge.builder("chancery." + name, watch, felt -> value(felt, figure))
        .description(meaning)
        .register(registry);
  }

  private static double value(Watch watch, ToDoubleFunction<Pulse> figure) {
    return watch.pulse().map(figure::applyAsDouble).orElse(Double.NaN);
  }
}
