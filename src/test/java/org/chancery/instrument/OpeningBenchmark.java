package org.chancery.instrument;

import static org.chancery.instrument.CaseFixture.agreement;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;

/** What it costs to open a case in the register, with the journal and without. */
public final class OpeningBenchmark {

  private static final int CASES = 200;
  private static final int MILESTONES = 12;

  private OpeningBenchmark() {}

  /** Who notes a sample. */
  public interface Samples {

    /** So many took so many milliseconds. */
    void note(String part, String who, int round, int count, double wall);
  }

  /** The register alone, with or without its journal. */
  @TestConfiguration(proxyBeanMethods = false)
  @Import(RegisterFixture.class)
  static class House {}

  /** Opens cases in turn with the journal and without it. */
  public static void run(DataSource database, int rounds, Samples samples) {
    try (AnnotationConfigApplicationContext with = house(database, true);
        AnnotationConfigApplicationContext without = house(database, false)) {
      for (int round = 0; round <= rounds; round++) {
        double costly = 0;
        double plain = 0;
        // One by one in turn, so that what else the machine does falls on both.
        for (int each = 0; each < CASES; each++) {
          costly += open(with.getBean(Instruments.class));
          plain += open(without.getBean(Instruments.class));
        }
        samples.note("append", "with", round, CASES, costly);
        samples.note("append", "without", round, CASES, plain);
      }
    }
  }

  private static double open(Instruments register) {
    Opening opening = made();
    long start = System.nanoTime();
    register.open(opening);
    return (System.nanoTime() - start) / 1e6;
  }

  private static Opening made() {
    CaseFixture made = agreement();
    for (int milestone = 0; milestone < MILESTONES; milestone++) {
      made = made.owing(MilestoneKind.MEASURE);
    }
    return made.opening();
  }

  private static AnnotationConfigApplicationContext house(DataSource database, boolean journal) {
    AnnotationConfigApplicationContext house = new AnnotationConfigApplicationContext();
    house.register(House.class);
    // The database is not closed with a house that used it.
    house.registerBean(
        "database", DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
    if (!journal) {
      house.addBeanFactoryPostProcessor(OpeningBenchmark::forget);
    }
    house.refresh();
    return house;
  }

  private static void forget(ConfigurableListableBeanFactory factory) {
    BeanDefinitionRegistry registry = (BeanDefinitionRegistry) factory;
    List.of("journal", "journalController").forEach(registry::removeBeanDefinition);
  }
}
