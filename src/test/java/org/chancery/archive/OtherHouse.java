package org.chancery.archive;

import java.util.List;
import org.chancery.Desk;
import org.chancery.TestTime;
import org.chancery.process.Processes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/** A second application beside the one that a test runs in, on a database that the test names. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "chancery.demo=false",
      "chancery.sweep=-",
      "chancery.journal.seal=-",
      "camunda.bpm.generate-unique-process-engine-name=true",
      "camunda.bpm.generate-unique-process-application-name=true"
    })
@Import({TestTime.class, Desk.class})
@ContextConfiguration(initializers = OtherHouse.OnItsDatabase.class)
class OtherHouse implements AutoCloseable {

  private static List<String> database = List.of();

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationContext context;

  private final TestContextManager manager = new TestContextManager(OtherHouse.class);

  /** Starts it. */
  static OtherHouse on(List<String> itsDatabase) throws Exception {
    database = itsDatabase;
    OtherHouse house = new OtherHouse();
    house.manager.prepareTestInstance(house);
    return house;
  }

  static final class OnItsDatabase
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(database).applyTo(context);
    }
  }

  @Override
  public void close() {
    manager.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
  }
}
