package org.chancery.deadline;

import org.chancery.access.Account;
import org.chancery.access.Role;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a table: a lawyer puts a change forward, a lawyer applies it, and a second
 * lawyer or a manager, who has done neither, confirms it.
 */
final class FourEyes {

  private FourEyes() {}

  /** What may be done with a table. */
  enum Move {
    STAGE,
    APPLY,
    CONFIRM,
    REFUSE
  }

  /** Why the account may not make the move; null when it may. */
  static @Nullable Message objection(Account account, Move move, @Nullable TableVersion version) {
    boolean lawyer = account.is(Role.LAWYER);
    return switch (move) {
      case STAGE, APPLY -> lawyer ? null : Message.of("table.lawyer");
      case REFUSE -> lawyer || account.is(Role.MANAGER) ? null : Message.of("table.decider");
      case CONFIRM -> {
        if (!lawyer && !account.is(Role.MANAGER)) {
          yield Message.of("table.decider");
        }
        boolean own = version != null && version.isOf(account.name());
        yield own ? Message.of("table.own") : null;
      }
    };
  }

  /**
   * Lets the account pass.
   *
   * @throws Refusal when it may not make the move
   */
  static void require(Account account, Move move, @Nullable TableVersion version) {
    Message objection = objection(account, move, version);
    if (objection != null) {
      throw Refusal.of(Kind.FORBIDDEN, objection.code());
    }
  }
}
