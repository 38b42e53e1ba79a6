package org.chancery.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
    return factory -> check(environment.getProperty("server.address"));
  }

  private static void check(@Nullable String address) {
    if (address == null || address.isBlank() || !isLoopback(address)) {
      String where = address == null || address.isBlank() ? "every address" : address;
      throw new CannotStart(
          "A demonstration (chancery.demo=true) would listen on "
              + where
              + ", with passwords everybody knows.",
          "Set server.address=127.0.0.1, or chancery.demo=false.");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
