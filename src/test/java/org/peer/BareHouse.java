package org.peer;

import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The same starters of Spring Boot with the same settings and the same tables, without the engine,
 * without rules and without a line of this house: what its start is measured beside.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
    exclude = {CamundaBpmAutoConfiguration.class, CamundaBpmWebappAutoConfiguration.class})
class BareHouse {

  /** Starts it; the arguments are settings. */
  public static void main(String[] settings) {
    SpringApplication.run(BareHouse.class, settings);
  }
}
