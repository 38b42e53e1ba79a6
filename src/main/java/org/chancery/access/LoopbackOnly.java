package org.chancery.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A demonstration has passwords everybody knows: it listens on this machine only, or not at all.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("chancery.demo")
class LoopbackOnly {

  /** A post-processor, so that it refuses before a database is opened or a port is bound. */
  @Bean
  static BeanFactoryPostProcessor refusesOtherAddresses(Environment environment) {
    return factory -> {
      check(environment.getProperty("server.address"));
      if (Transport.hasProxy(environment)) {
        refuse("would be reached through a proxy");
      }
    };
  }

  private static void check(@Nullable String address) {
    if (!Loopback.isLoopback(address)) {
      String where = address == null || address.isBlank() ? "every address" : address;
      refuse("would listen on " + where);
    }
  }

  private static void refuse(String what) {
    throw new CannotStart(
        "A demonstration (chancery.demo=true) " + what + ", with passwords everybody knows.",
        "Set server.address=127.0.0.1 and no server.forward-headers-strategy, or chancery.demo=false.");
  }
}
