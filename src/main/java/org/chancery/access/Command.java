package org.chancery.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.web.InvalidValue;

/** What was asked for on the command line. */
@FunctionalInterface
interface Command {

  String USAGE =
      """
      usage: java -jar chancery.jar COMMAND [--spring.profiles.active=postgresql …]

        account add NAME --role ROLE[,ROLE] [--body BODY[,BODY]] [--display NAME] [--ask]
        account list
        account password NAME [--ask]
        account email NAME ADDRESS|none
        account disable NAME
        account enable NAME
        api-key add ACCOUNT LABEL --scope read|write [--until DAY]
                [--role ROLE[,ROLE]] [--body BODY[,BODY]]
        api-key list
        api-key revoke NUMBER

      Roles: clerk, manager, registrar, lawyer, operator, admin, service.
      A password is generated and shown once; with --ask it is read from the console.
      A key may do no more than its account; --role and --body leave it only those.
      """;

  /** Has the clerk do it. */
  void carryOut(Clerk clerk);

  /** A command line that says nothing one could do. */
  final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misuse(String what) {
      super(what);
    }
  }

  /**
   * Reads a command line.
   *
   * @throws Misuse when it is none
   */
  static Command of(List<String> arguments) {
    Line line = Line.of(arguments);
    Command command =
        switch (line.verb()) {
          case "account add" -> addAccount(line);
          case "account list" -> Clerk::listAccounts;
          case "account password" -> changePassword(line);
          case "account email" -> changeEmail(line);
          case "account disable" -> enableAccount(line, false);
          case "account enable" -> enableAccount(line, true);
          case "api-key add" -> addKey(line);
          case "api-key list" -> Clerk::listKeys;
          case "api-key revoke" -> revokeKey(line);
          default -> throw new Misuse("There is no command \"" + line.verb() + "\".");
        };
    line.end();
    return command;
  }

  private static Command addAccount(Line line) {
    String name = line.word("NAME");
    String displayName = line.option("--display").orElse(name);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    line.list("--role").forEach(role -> roles.add(role(role)));
    Set<BodyCode> bodies = new TreeSet<>();
    line.list("--body").forEach(body -> bodies.add(body(body)));
    if (roles.isEmpty()) {
      throw new Misuse("Say what the account may do: --role ROLE.");
    }
    NewAccount account = account(name, displayName, roles, bodies);
    boolean ask = line.flag("--ask");
    return clerk -> clerk.addAccount(account, ask);
  }

  private static Command changePassword(Line line) {
    String account = line.word("NAME");
    boolean ask = line.flag("--ask");
    return clerk -> clerk.changePassword(account, ask);
  }

  private static Command changeEmail(Line line) {
    String account = line.word("NAME");
    String address = line.word("ADDRESS");
    return clerk -> clerk.changeEmail(account, address.equals("none") ? null : address);
  }

  private static Command enableAccount(Line line, boolean enabled) {
    String account = line.word("NAME");
    return clerk -> clerk.enableAccount(account, enabled);
  }

  private static Command addKey(Line line) {
    String account = line.word("ACCOUNT");
    String label = line.word("LABEL");
    Scope scope =
        scope(line.option("--scope").orElseThrow(() -> new Misuse("Say --scope read or write.")));
    List<Role> roles = line.list("--role").stream().map(Command::role).toList();
    List<BodyCode> bodies = line.list("--body").stream().map(Command::body).toList();
    Optional<LocalDate> until = line.option("--until").map(Command::day);
    try {
      NewKey key = new NewKey(label, scope, roles, bodies, until.orElse(null));
      return clerk -> clerk.addKey(account, key);
    } catch (InvalidValue malformed) {
      throw new Misuse("Say in 1 to 200 characters what the key is for.");
    }
  }

  private static Scope scope(String text) {
    return switch (text) {
      case "read" -> Scope.READ;
      case "write" -> Scope.WRITE;
      default -> throw new Misuse("There is no scope \"" + text + "\": say read or write.");
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new Misuse("\"" + text + "\" is no day: write it as 2027-12-31.");
    }
  }

  private static Command revokeKey(Line line) {
    long id = number(line.word("NUMBER"));
    return clerk -> clerk.revokeKey(id);
  }

  private static NewAccount account(
      String name, String displayName, Set<Role> roles, Set<BodyCode> bodies) {
    try {
      return new NewAccount(name, displayName, roles, bodies);
    } catch (InvalidValue malformed) {
      throw new Misuse("\"" + name + "\" cannot be the name: write 2 to 40 letters and digits.");
    }
  }

  private static Role role(String text) {
    try {
      return Role.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new Misuse("There is no role \"" + text + "\".");
    }
  }

  private static BodyCode body(String text) {
    try {
      return new BodyCode(text);
    } catch (InvalidValue malformed) {
      throw new Misuse("\"" + text + "\" is no code of a body: write small letters and digits.");
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw new Misuse("\"" + text + "\" is no number of a key; api-key list shows them.");
    }
  }
}
