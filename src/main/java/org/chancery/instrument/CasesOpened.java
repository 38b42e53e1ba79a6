package org.chancery.instrument;

import java.util.List;

/**
 * Cases have been opened together; published in the transaction that opened them, after what {@link
 * CaseChanged} tells of each, so that what follows of all can be done at once.
 *
 * @param files the cases as they were entered
 */
public record CasesOpened(List<CaseFile> files) {

  /** Whose they are. */
  public List<Reference> references() {
    return files.stream().map(CaseFile::reference).toList();
  }
}
