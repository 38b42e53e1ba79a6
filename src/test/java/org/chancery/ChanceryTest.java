package org.chancery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chancery.deadline.Sweeping;
import org.chancery.process.Trail;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application: the demonstration on an empty register in memory, on a free
 * port, at a moment that the test sets. All such tests share one application, so each opens cases
 * of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:chancery-test;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "chancery.rates.address=1000000",
      "chancery.rates.account=1000000",
      "chancery.crowd.most=1000",
      "chancery.import.threads=2",
      "chancery.sweep=-",
      "chancery.journal.seal=-",
      "chancery.report.draw-together=-",
      "chancery.report.patience=1m"
    })
@Import({TestTime.class, Desk.class, Faults.class, Sweeping.class, Trail.class})
public @interface ChanceryTest {}
