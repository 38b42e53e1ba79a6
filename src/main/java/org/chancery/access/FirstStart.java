package org.chancery.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Shows the secret of an empty installation on the console, once. */
@Component
@ConditionalOnWebApplication
class FirstStart implements ApplicationRunner {

  private static final String REMINDER =
      """

      Nobody keeps the accounts yet. The one-time secret was shown at an earlier start and is good for a day;
      open /setup with it. If it is lost, stop the server and run: java -jar chancery.jar account add NAME --role ADMIN
      """;

  private final Installation installation;

  FirstStart(Installation installation) {
    this.installation = installation;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    boolean waiting = installation.isOpen();
    installation.open().ifPresent(secret -> System.out.println(invitation(secret)));
    if (waiting) {
      System.out.println(REMINDER);
    }
  }

  private static String invitation(Secret secret) {
    return """

        Nobody keeps the accounts yet. Open /setup and make the first administrator with this one-time secret,
        which is shown only now and good for a day:

            %s
        """
        .formatted(secret.text());
  }
}
