package org.chancery.access;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Passwords and cookies travel encrypted, or they do not leave this machine: the server listens on
 * loopback only, or has a certificate of its own ({@code server.ssl}), or stands behind a proxy
 * that has one ({@code server.forward-headers-strategy=native}). Wherever they are encrypted,
 * cookies are sent in no other way.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Transport {

  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

  private static final String STRATEGY = "server.forward-headers-strategy";

  /** Whether what is sent is encrypted, here or by the proxy before. */
  static final String ENCRYPTED = "chancery.encrypted";

  /** A post-processor, so that it judges before a port is bound and before others read settings. */
  @Bean
  static BeanFactoryPostProcessor encryptsOrStaysHere(ConfigurableEnvironment environment) {
    return factory -> {
      refuseUncheckedWords(environment);
      boolean encrypted = hasCertificate(environment) || hasProxy(environment);
      if (!encrypted && !Loopback.isLoopback(environment.getProperty("server.address"))) {
        refuse(environment);
      }
      if (!encrypted && !environment.getProperty("chancery.demo", Boolean.class, false)) {
        LOG.warn(
            "Only this machine reaches the server. Where a proxy on it lets others in, say so with"
                + " server.forward-headers-strategy=native: else cookies are not kept to TLS, and"
                + " all people seem to come from one address.");
      }
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("transport", settings(encrypted)));
    };
  }

  /** The other strategy believes whoever sends the words; this one asks first who it is. */
  private static void refuseUncheckedWords(Environment environment) {
    if ("framework".equalsIgnoreCase(environment.getProperty(STRATEGY))) {
      throw new CannotStart(
          STRATEGY + "=framework believes everybody who says where she comes from.",
          "Set it to native, and name the address of the proxy in"
              + " server.tomcat.remoteip.internal-proxies where it is not on this machine.");
    }
  }

  private static boolean hasCertificate(ConfigurableEnvironment environment) {
    return environment.getProperty("server.ssl.enabled", Boolean.class, true)
        && (environment.containsProperty("server.ssl.key-store")
            || environment.containsProperty("server.ssl.certificate")
            || environment.containsProperty("server.ssl.bundle"));
  }

  /** Whether the words of a proxy before the server are believed. */
  static boolean hasProxy(Environment environment) {
    String strategy = environment.getProperty(STRATEGY, "none");
    return StringUtils.hasText(strategy) && !strategy.equalsIgnoreCase("none");
  }

  /** With the prefix, a browser takes the cookie over TLS only, from this host, for all paths. */
  private static Map<String, Object> settings(boolean encrypted) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ENCRYPTED, encrypted);
    if (encrypted) {
      settings.put("server.servlet.session.cookie.name", "__Host-CHANCERY");
      settings.put("server.servlet.session.cookie.path", "/");
      settings.put("server.servlet.session.cookie.secure", true);
      settings.put("camunda.bpm.webapp.csrf.enable-secure-cookie", true);
      settings.put("camunda.bpm.webapp.session-cookie.enable-secure-cookie", true);
    }
    return settings;
  }

  private static void refuse(ConfigurableEnvironment environment) {
    String address = environment.getProperty("server.address", "");
    throw new CannotStart(
        "Passwords would be sent in the clear: the server would listen on "
            + (address.isBlank() ? "every address" : address)
            + " without TLS.",
        "Give it a certificate (server.ssl.certificate and server.ssl.certificate-private-key, or"
            + " server.ssl.key-store); or, where a proxy before it has one, say so with"
            + " server.forward-headers-strategy=native; or set server.address=127.0.0.1.");
  }
}
