package org.chancery.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.chancery.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a document when it is put in, beside its content.
 *
 * @param language the language it is written in, ISO 639-1
 * @param kind what it is; a draft where nothing is said
 * @param name what it is called
 * @param remark what its author says of this version
 */
public record NewDocument(
    @NotNull @Language String language,
    @Nullable DocumentKind kind,
    @Size(max = 200) @Nullable String name,
    @Size(max = 2000) @Nullable String remark) {

  DocumentKind kindOrDraft() {
    return Objects.requireNonNullElse(kind, DocumentKind.DRAFT);
  }

  /** Whether the document is called so: of that kind and language, by that name. */
  boolean describes(Document document) {
    return document.kind() == kindOrDraft()
        && document.language().equals(language)
        && Objects.equals(document.name(), name);
  }
}
