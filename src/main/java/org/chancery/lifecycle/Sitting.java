package org.chancery.lifecycle;

import java.util.Collection;
import java.util.List;
import org.chancery.access.Accounts;
import org.chancery.deadline.Deciding;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.chancery.web.Once;
import org.chancery.web.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One ruling on many deadlines: each in a transaction of its own, so that what is refused holds
 * nothing up, and each once, however often the same is sent.
 */
@Component
public class Sitting {

  /** No sitting takes more. */
  public static final int MOST = 200;

  private static final int LONGEST_TOKEN = 100;

  private final Deciding deciding;
  private final Assigning assigning;
  private final Accounts accounts;
  private final Once once;
  private final TransactionTemplate transaction;

  Sitting(
      Deciding deciding,
      Assigning assigning,
      Accounts accounts,
      Once once,
      PlatformTransactionManager transactions) {
    this.deciding = deciding;
    this.assigning = assigning;
    this.accounts = accounts;
    this.once = once;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What became of a spot. */
  public sealed interface Outcome {

    /** The spot. */
    Spot spot();
  }

  /**
   * It was done, now or when the same was sent before.
   *
   * @param spot the spot
   */
  public record Done(Spot spot) implements Outcome {}

  /**
   * It was refused, and nothing of it was kept.
   *
   * @param spot the spot
   * @param reason why, and what to do
   */
  public record Refused(Spot spot, Message reason) implements Outcome {}

  /**
   * Rules on the spots, in their order, in the name of the current account.
   *
   * @param token what the form was sent with: under the same, the same ruling has one effect
   * @throws InvalidValue when there are too many spots
   */
  public List<Outcome> rule(Collection<Spot> spots, Ruling ruling, String token) {
    requireFew(spots);
    if (token.isBlank() || token.length() > LONGEST_TOKEN) {
      throw new InvalidValue("idempotency.malformed", LONGEST_TOKEN);
    }
    return spots.stream().distinct().map(spot -> outcome(spot, ruling, token)).toList();
  }

  /**
   * Lets as many pass as one sitting takes.
   *
   * @throws InvalidValue when there are more
   */
  public static void requireFew(Collection<Spot> spots) {
    if (spots.size() > MOST) {
      throw new InvalidValue("many.most", MOST);
    }
  }

  private Outcome outcome(Spot spot, Ruling ruling, String token) {
    try {
      transaction.executeWithoutResult(
          status -> {
            once.claim(accounts.current().name(), token, spot + " " + ruling);
            apply(spot, ruling);
          });
      return new Done(spot);
    } catch (Once.Again happened) {
      return new Done(spot);
    } catch (Refusal refusal) {
      return new Refused(spot, reason(refusal));
    } catch (ConcurrencyFailureException busy) {
      return new Refused(spot, Message.of("conflict.busy"));
    }
  }

  private static Message reason(Refusal refusal) {
    return refusal.faults().isEmpty() ? refusal.detail() : refusal.faults().get(0).message();
  }

  private void apply(Spot spot, Ruling ruling) {
    if (ruling instanceof Ruling.Deciding said) {
      deciding.decide(spot.reference(), spot.milestone(), said.decision());
    } else if (ruling instanceof Ruling.Giving said) {
      assigning.assign(spot.reference(), spot.milestone(), said.assignment());
    } else if (ruling instanceof Ruling.Confirming) {
      deciding.confirm(spot.reference(), spot.milestone(), waiver(spot));
    } else if (ruling instanceof Ruling.Withdrawing) {
      deciding.withdraw(spot.reference(), spot.milestone(), waiver(spot));
    }
  }

  private static int waiver(Spot spot) {
    if (spot.decision() == null) {
      throw new InvalidValue("many.spot", spot.toString());
    }
    return spot.decision();
  }
}
