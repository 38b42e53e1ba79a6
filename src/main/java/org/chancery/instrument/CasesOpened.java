package org.chancery.instrument;

import java.util.List;

/**
 * Cases have been opened together; published in the transaction that opened them, after a {@link
 * CaseChanged} of each, so that what follows of all can be done at once.
 *
 * @param references the cases, each once
 */
public record CasesOpened(List<Reference> references) {}
