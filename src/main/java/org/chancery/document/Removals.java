package org.chancery.document;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Role;
import org.chancery.document.Document.Version;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.web.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts that were filed by mistake are taken out: one person proposes, another confirms. Then the
 * bytes are gone, unless another version has the same; that there was such a version stays, and why
 * it is no more. Each step is published as {@link CaseChanged} in its own transaction.
 */
@Component
@Transactional
public class Removals {

  private final Instruments instruments;
  private final Documents documents;
  private final RemovalTable table;
  private final Contents contents;
  private final Accounts accounts;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Removals(
      Instruments instruments,
      Documents documents,
      RemovalTable table,
      Contents contents,
      Accounts accounts,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.instruments = instruments;
    this.documents = documents;
    this.table = table;
    this.contents = contents;
    this.accounts = accounts;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** What the current account may do to take texts out of the case. */
  public TakingOut takingOut(CaseFile file) {
    Account account = accounts.current();
    boolean manages =
        account.is(Role.MANAGER) && account.isOf(file.description().responsibleBody());
    return new TakingOut(account.name(), manages || account.is(Role.REGISTRAR));
  }

  /**
   * Proposes to take the version out; nothing changes until another confirms it.
   *
   * @throws Refusal when there is no such version that the account may see, when the account may
   *     not, or when the version is taken out or proposed to be already
   */
  public Removal propose(VersionAddress address, NewRemoval said) {
    Place place = locked(address);
    place.takingOut().requireProposing(place.version());
    int next = place.version().removals().size() + 1;
    Removal proposed = said.numbered(next, accounts.current(), place.at());
    table.insert(address, proposed);
    publish(place, Change.TEXT_REMOVAL_PROPOSED);
    return proposed;
  }

  /**
   * Takes the version out, as somebody else proposed.
   *
   * @throws Refusal when there is no such removal that the account may see, when the account may
   *     not confirm it, or when it is confirmed or withdrawn already
   */
  public Removal confirm(VersionAddress address, int number) {
    Place place = locked(address);
    Removal proposed = place.version().removal(number);
    place.takingOut().requireConfirming(proposed);
    Removal confirmed =
        settled(place, proposed.confirmed(accounts.current(), place.at()), Change.TEXT_REMOVED);
    contents.release(place.version().sha256(), place.at());
    return confirmed;
  }

  /**
   * Withdraws what was only proposed.
   *
   * @throws Refusal when there is no such removal that the account may see, when the account may
   *     not, or when it is confirmed or withdrawn already
   */
  public Removal withdraw(VersionAddress address, int number) {
    Place place = locked(address);
    Removal proposed = place.version().removal(number);
    place.takingOut().requireWithdrawing(proposed);
    return settled(
        place, proposed.withdrawn(accounts.current(), place.at()), Change.TEXT_REMOVAL_WITHDRAWN);
  }

  private Removal settled(Place place, Removal removal, Change change) {
    table.settle(place.address(), removal);
    publish(place, change);
    return removal;
  }

  /** A version in its case, which nobody else can change now. */
  private record Place(VersionAddress address, Document document, TakingOut takingOut, Instant at) {

    Version version() {
      return document.version(address.number());
    }
  }

  /** Who may take nothing out of the case learns no more of it. */
  private Place locked(VersionAddress address) {
    instruments.get(address.reference());
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TakingOut takingOut = takingOut(instruments.touch(address.reference(), at));
    takingOut.require();
    Document document = documents.get(address.reference(), address.document());
    return new Place(address, document, takingOut, at);
  }

  private void publish(Place place, Change change) {
    VersionAddress address = place.address();
    Document after = documents.get(address.reference(), address.document());
    publisher.publishEvent(
        new CaseChanged(
            address.reference(), change, place.document(), after, accounts.current(), place.at()));
  }
}
