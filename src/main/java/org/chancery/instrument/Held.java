package org.chancery.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chancery.access.BodyCode;
import org.chancery.web.OfTransaction;
import org.springframework.stereotype.Component;

/**
 * The cases that the transaction of this thread holds against other writers, each with its file and
 * stage once those were read or made, and the bodies that it let see them. Nobody else can change
 * them until the transaction ends, so a file holds until this transaction writes something of it,
 * and then it is known what becomes of it. Outside a transaction nothing is held.
 */
@Component
class Held {

  private static final class Cases {

    private final Set<Reference> references = new HashSet<>();
    private final Map<Reference, CaseFile> files = new HashMap<>();
    private final Map<Reference, String> stages = new HashMap<>();
    private final Map<Reference, Set<BodyCode>> involved = new HashMap<>();
  }

  private final OfTransaction<Cases> cases = new OfTransaction<>(Cases::new);

  /** From now on the transaction holds the case, whose row it has locked or made. */
  void hold(Reference reference) {
    cases.begun().ifPresent(all -> all.references.add(reference));
  }

  /** Whether the transaction holds the case. */
  boolean holds(Reference reference) {
    return cases.ifThere().filter(all -> all.references.contains(reference)).isPresent();
  }

  /** The file of a case that is held, if it is known. */
  Optional<CaseFile> file(Reference reference) {
    return cases.ifThere().map(all -> all.files.get(reference));
  }

  /** The stage that the register keeps of a case, if that and its file are known. */
  Optional<String> stage(Reference reference) {
    return file(reference).flatMap(file -> cases.ifThere().map(all -> all.stages.get(reference)));
  }

  /** Keeps what was read or made, where the case is held. */
  CaseFile keep(CaseFile file, String stage) {
    cases
        .ifThere()
        .filter(all -> all.references.contains(file.reference()))
        .ifPresent(
            all -> {
              all.files.put(file.reference(), file);
              all.stages.put(file.reference(), stage);
            });
    return file;
  }

  /** Something of the case is written, which makes this of its file. */
  void change(Reference reference, UnaryOperator<CaseFile> written) {
    cases
        .ifThere()
        .ifPresent(
            all -> all.files.computeIfPresent(reference, (each, file) -> written.apply(file)));
  }

  /** The case comes to another stage. */
  void change(Reference reference, String stage) {
    cases
        .ifThere()
        .ifPresent(all -> all.stages.computeIfPresent(reference, (each, before) -> stage));
  }

  /**
   * The body is let see the case, which nobody takes back.
   *
   * @return whether that is to be written: false where this transaction has done so before
   */
  boolean involve(Reference reference, BodyCode body) {
    return cases
        .ifThere()
        .filter(all -> all.references.contains(reference))
        .map(all -> all.involved.computeIfAbsent(reference, each -> new HashSet<>()).add(body))
        .orElse(true);
  }

  /** Something of the case is written: what was known no longer holds. */
  void forget(Reference reference) {
    cases
        .ifThere()
        .ifPresent(
            all -> {
              all.files.remove(reference);
              all.stages.remove(reference);
            });
  }
}
