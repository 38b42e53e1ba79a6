package org.chancery;

import jakarta.annotation.PreDestroy;
import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, once the server is ready, where things are, and that it was not killed when it ends. */
@Component
class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final boolean demonstration;
  private volatile boolean isOpen;

  Welcome(@Value("${chancery.demo}") boolean demonstration) {
    this.demonstration = demonstration;
  }

  @EventListener
  void ready(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext server
        && server.getWebServer() != null
        && server.getWebServer().getPort() > 0) {
      isOpen = true;
      say(System.out, "http://localhost:" + server.getWebServer().getPort());
    }
  }

  @PreDestroy
  void ended() {
    if (isOpen) {
      LOG.info("Stopped in good order.");
    }
  }

  private void say(PrintStream out, String address) {
    out.printf(
        """

        Chancery is ready.
          Task list       %1$s/camunda
          Overdue report  %1$s/reports/overdue
          Instruments     %1$s/instruments
          API             %1$s/api/instruments (described at %1$s/v3/api-docs)
        """,
        address);
    if (demonstration) {
      out.print(
          """
          Demonstration accounts, password "demo", on this machine only:
            <body>Clerk, <body>Manager, <body>Deputy for mfa, justice, mddt, energy, economy,
            health, education, culture, ecology (mddtClerk, economyManager ...)
            registrar, lawyer, operator, admin, and service for programs
          """);
    }
    out.println();
  }
}
