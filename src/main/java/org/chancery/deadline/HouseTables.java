package org.chancery.deadline;

import java.time.Instant;
import org.chancery.access.Bodies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The tables of this house. */
@Component
class HouseTables {

  private final StatutoryTerms terms;
  private final Thresholds thresholds;
  private final HouseStart start;

  HouseTables(
      Judge judge,
      Bodies bodies,
      HouseStart start,
      @Value("classpath:rules/deadline/statutory-terms.csv") Resource terms,
      @Value("classpath:rules/deadline/thresholds.csv") Resource thresholds) {
    this.terms = StatutoryTerms.read(terms, bodies::contains);
    this.thresholds = Thresholds.read(thresholds, judge.catalogue());
    this.start = start;
  }

  /** The tables in force at the instant; null: now. */
  Tables inForceAt(@Nullable Instant knownAt) {
    return new Tables(terms, thresholds, start.day());
  }
}
