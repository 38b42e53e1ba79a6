package org.chancery.access;

import java.time.Clock;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** How a person changes her own password, which only she then knows. */
@Component
public class OwnPassword {

  private final Accounts accounts;
  private final AccountTable table;
  private final AccountBook book;
  private final Login login;
  private final OutsideLogin outside;
  private final Clock clock;

  OwnPassword(
      Accounts accounts,
      AccountTable table,
      AccountBook book,
      Login login,
      OutsideLogin outside,
      Clock clock) {
    this.accounts = accounts;
    this.table = table;
    this.book = book;
    this.login = login;
    this.outside = outside;
    this.clock = clock;
  }

  /** What became of an attempt to change it. */
  public sealed interface Outcome {

    /**
     * It is changed, and whoever else is logged in with the old one is no more.
     *
     * @param who the login under the new one
     */
    record Changed(Authentication who) implements Outcome {}

    /**
     * Nothing was changed.
     *
     * @param reason why, and what to do
     */
    record Refused(Message reason) implements Outcome {}
  }

  /**
   * Changes the password of whoever is logged in.
   *
   * @param address where she is; whoever guesses the old one wrongly must wait
   */
  public Outcome change(String old, String chosen, String again, String address) {
    if (!chosen.equals(again)) {
      return refused("password.differs");
    }
    if (chosen.equals(old)) {
      return refused("password.same");
    }
    String name = accounts.current().name();
    try {
      if (!login.isPassword(name, old, Origin.at(address))) {
        return refused("password.old");
      }
      book.changePassword(name, chosen);
    } catch (TooManyGuesses tooMany) {
      return refused("access.wait", tooMany.waitSeconds());
    } catch (InvalidValue unfit) {
      return new Outcome.Refused(unfit.reason());
    }
    return new Outcome.Changed(under(name));
  }

  /** Whether whoever is logged in has one here, and not with an outside provider. */
  public boolean isHere() {
    return !outside.knows(accounts.current().name());
  }

  /** Whether whoever is logged in must choose one before anything else. */
  public boolean isDemanded() {
    return Login.mustChangePassword(SecurityContextHolder.getContext().getAuthentication());
  }

  private Authentication under(String name) {
    return table
        .find(name)
        .map(stored -> Visitor.byPassword(stored, clock.instant()).authentication())
        .orElseThrow(() -> new IllegalStateException("no account is named " + name));
  }

  private static Outcome refused(String code, Object... arguments) {
    return new Outcome.Refused(Message.of(code, arguments));
  }
}
