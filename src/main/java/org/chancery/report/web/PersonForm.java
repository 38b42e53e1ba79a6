package org.chancery.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.access.AccountDetails;
import org.chancery.access.BodyCode;
import org.chancery.access.Enrolment;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the form of an account, also where it cannot be.
 *
 * @param name the name to log in with
 * @param displayName the name to show
 * @param email where mail reaches it; empty: nowhere
 * @param roles what is ticked
 * @param bodies what is ticked
 */
public record PersonForm(
    String name, String displayName, String email, List<Role> roles, List<BodyCode> bodies) {

  /** Nothing yet. */
  static final PersonForm EMPTY = new PersonForm("", "", "", List.of(), List.of());

  static PersonForm of(Enrolment account) {
    String email = account.email() == null ? "" : account.email();
    return new PersonForm(
        account.name(), account.displayName(), email, account.roles(), account.bodies());
  }

  static PersonForm typed(MultiValueMap<String, String> fields) {
    return new PersonForm(
        text(fields, "name"),
        text(fields, "displayName"),
        text(fields, "email"),
        all(fields, "role", Role::valueOf),
        all(fields, "body", BodyCode::new));
  }

  /** The account it would make. */
  NewAccount made() {
    return new NewAccount(name, displayName.isEmpty() ? name : displayName, mail(), roles, bodies);
  }

  /** What it would make of an account. */
  AccountDetails details(boolean enabled) {
    return new AccountDetails(displayName, mail(), roles, bodies, enabled);
  }

  private @Nullable String mail() {
    return email.isEmpty() ? null : email;
  }

  static String text(MultiValueMap<String, String> fields, String name) {
    String text = fields.getFirst(name);
    if (text != null && text.indexOf('\0') >= 0) {
      throw Refusal.of(Kind.INVALID_PARAMETER, "parameter.wrong", name);
    }
    return text == null ? "" : text.strip();
  }

  /** What is ticked. */
  static <T> List<T> all(
      MultiValueMap<String, String> fields, String name, Function<String, T> read) {
    try {
      return Stream.ofNullable(fields.get(name)).flatMap(List::stream).map(read).toList();
    } catch (IllegalArgumentException unknown) {
      throw Refusal.of(Kind.INVALID_PARAMETER, "parameter.wrong", name);
    }
  }

  /** All the roles there are. */
  public static List<Role> everyRole() {
    return Arrays.asList(Role.values());
  }
}
