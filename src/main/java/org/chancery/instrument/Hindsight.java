package org.chancery.instrument;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register as it was known at an instant; null stands for now. What was recorded later is left
 * out, and what it corrected stands again. Who may see a case is decided by today's rights.
 */
@Component
@Transactional(readOnly = true)
public class Hindsight {

  private final Instruments instruments;
  private final Earlier earlier;
  private final Register register;
  private final Search search;

  Hindsight(Instruments instruments, Earlier earlier, Register register, Search search) {
    this.instruments = instruments;
    this.earlier = earlier;
    this.register = register;
    this.search = search;
  }

  /**
   * The case as it was known.
   *
   * @throws Refusal when there is none that the account may see, or it was opened later
   */
  public CaseFile get(Reference reference, @Nullable Instant knownAt) {
    return earlier
        .at(instruments.get(reference), knownAt)
        .orElseThrow(() -> Refusal.notFound("case.unknownThen", reference, knownAt));
  }

  /** The case as it was known, if it was; for the house's own work. */
  public Optional<CaseFile> find(Reference reference, @Nullable Instant knownAt) {
    return register.find(reference).flatMap(file -> earlier.at(file, knownAt));
  }

  /** The cases as they were known, where they were; for the house's own work. */
  public List<CaseFile> find(Collection<Reference> references, @Nullable Instant knownAt) {
    return instruments.known(references).stream()
        .flatMap(file -> earlier.at(file, knownAt).stream())
        .toList();
  }

  /**
   * The cases that were known and that the account may see; a page may hold fewer than the limit.
   *
   * @param after the key of the page before
   */
  public Page<CaseFile> list(@Nullable String after, int limit, @Nullable Instant knownAt) {
    Page<CaseFile> now = instruments.list(Filter.ALL, after, limit);
    return new Page<>(
        now.items().stream().flatMap(file -> earlier.at(file, knownAt).stream()).toList(),
        now.next());
  }

  /** Whether another case stood to this one in the relation, such as one that replaces it. */
  public boolean isTarget(Reference reference, Relation relation, @Nullable Instant knownAt) {
    if (knownAt == null) {
      return instruments.targets(List.of(reference), relation).contains(reference);
    }
    Stream<Reference> now =
        search.children(reference, Account.HOUSE).stream().map(Instrument::reference);
    return Stream.concat(now, earlier.onceUnder(reference).stream())
        .distinct()
        .flatMap(child -> find(child, knownAt).stream())
        .map(CaseFile::instrument)
        .filter(child -> reference.equals(child.parentReference()))
        .map(child -> child.description().parent())
        .anyMatch(parent -> parent != null && parent.relation() == relation);
  }
}
