package org.chancery.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.chancery.access.Account;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who proposes that a version of a text be taken out; see {@link Removal}.
 *
 * @param reason why
 * @param authority on what authority, such as an order with its number; null where none is needed
 */
public record NewRemoval(
    @NotBlank @Size(max = 2000) String reason, @Size(max = 500) @Nullable String authority) {

  /** The removal as it is kept. */
  Removal numbered(int number, Account account, Instant at) {
    return new Removal(number, reason, authority, account.name(), at, null, null, null, null);
  }
}
