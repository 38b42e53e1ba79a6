package org.chancery;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application; {@code main} starts the server. */
@SpringBootApplication(proxyBeanMethods = false)
public class Chancery {

  /** Starts Chancery. */
  public static void main(String[] arguments) {
    SpringApplication.run(Chancery.class, arguments);
  }

  /** The only clock: everything that asks the time asks this bean. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
