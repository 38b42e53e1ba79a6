package org.chancery.journal.web;

import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Role;
import org.chancery.journal.Verification;
import org.chancery.journal.Verifier;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the journals are whole: for those who may read all of them. */
@RestController
class VerificationController {

  private final Verifier verifier;
  private final Accounts accounts;

  VerificationController(Verifier verifier, Accounts accounts) {
    this.verifier = verifier;
    this.accounts = accounts;
  }

  @GetMapping("/api/journal/verification")
  Verification verify() {
    Account account = accounts.current();
    if (!account.is(Role.REGISTRAR) && !account.is(Role.ADMIN)) {
      throw Refusal.of(Kind.FORBIDDEN, "journal.verification");
    }
    return verifier.recent();
  }
}
