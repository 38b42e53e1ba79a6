package org.chancery.document;

import org.chancery.web.Refusal;

/**
 * What an account may put into a case in which it may put in anything. Whoever keeps the case may
 * put in all; whoever has no more than a step of it to do adds what such a step needs, and revises
 * nothing of anybody else.
 *
 * @param account the name of the account
 * @param isKeeper whether it has the case in its care
 * @param isSigned whether the instrument is signed, so that its text is no draft any more
 */
public record Filing(String account, boolean isKeeper, boolean isSigned) {

  /** Whether it may put in a document of the kind. */
  public boolean mayAdd(DocumentKind kind) {
    return isKeeper
        || switch (kind) {
          case ACT, NOTE -> true;
          case DRAFT -> !isSigned;
          case INITIALLED, SIGNED, ANNEX, SIDE_LETTER -> false;
        };
  }

  /** Whether it may put in a new version of the document. */
  public boolean mayRevise(Document document) {
    return isKeeper || (mayAdd(document.kind()) && isItsOwn(document));
  }

  private boolean isItsOwn(Document document) {
    return document.versions().stream().allMatch(version -> version.author().equals(account));
  }

  void requireAdding(DocumentKind kind) {
    if (!mayAdd(kind)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "document.onlyKeeper");
    }
  }

  void requireRevising(Document document) {
    requireAdding(document.kind());
    if (!mayRevise(document)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "document.ofAnother", document.id());
    }
  }
}
