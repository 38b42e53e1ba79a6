package org.chancery.instrument;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which cases an account may see, as a condition on the rows {@code i} of {@code instrument}; the
 * one place where that is decided.
 *
 * @param condition the condition, in SQL; empty where every case is seen
 * @param parameters what fills it
 * @param viewer whose sight it is, where others share it: {@link #ALL} or the code of a body; null
 *     where it is the account's own
 */
public record Sight(
    String condition, Map<String, @Nullable Object> parameters, @Nullable String viewer) {

  /** The viewer who sees every case. */
  public static final String ALL = "*";

  /** What the account may see. */
  static Sight of(Account account) {
    if (account.seesAll()) {
      return new Sight("", Map.of(), ALL);
    }
    boolean opens = account.is(Role.SERVICE);
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("account", opens ? account.name() : null);
    String opened = "i.opened_by = :account";
    if (account.bodies().isEmpty()) {
      return new Sight(opened, parameters, null);
    }
    parameters.put("bodies", account.bodies().stream().map(each -> each.value()).toList());
    boolean isOne = !opens && account.bodies().size() == 1;
    return new Sight(
        "(%s or exists (select 1 from involvement v where v.reference = i.reference and v.body in (:bodies)))"
            .formatted(opened),
        parameters,
        isOne ? account.bodies().iterator().next().value() : null);
  }

  /** Whose sight it is, where it is shared. */
  public Optional<String> shared() {
    return Optional.ofNullable(viewer);
  }
}
