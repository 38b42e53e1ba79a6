package org.chancery.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The tables of this house. */
@Component
class HouseTables {

  private final Tables tables;

  HouseTables(Judge judge, @Value("classpath:rules/deadline/thresholds.csv") Resource thresholds) {
    this.tables = new Tables(Thresholds.read(thresholds, judge.catalogue()));
  }

  /** The tables in force at the instant; null: now. */
  Tables inForceAt(@Nullable Instant knownAt) {
    return tables;
  }
}
