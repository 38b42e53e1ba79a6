package org.chancery.instrument;

import java.time.Instant;
import java.util.Arrays;
import org.chancery.access.BodyCode;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * What a list of cases is narrowed to; null narrows nothing.
 *
 * @param slug the exact slug
 * @param stage the stage
 * @param type the kind of instrument
 * @param party a party
 * @param body a body that has to do with it
 * @param language a language of its authentic texts
 * @param q words that the case has, as {@link Searching} understands them
 * @param parent the instrument it stands under
 * @param updatedSince changed at or after
 */
public record Filter(
    @Nullable String slug,
    @Nullable Stage stage,
    @Nullable InstrumentType type,
    @Nullable PartyCode party,
    @Nullable BodyCode body,
    @Nullable String language,
    @Nullable String q,
    @Nullable Reference parent,
    @Nullable Instant updatedSince) {

  /** Between these lie the instants that a database can hold and a person can mean. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * @throws InvalidValue when a text holds a character that no text can hold, or the instant is one
   *     that nobody can mean
   */
  public Filter {
    for (String text : Arrays.asList(slug, language, q)) {
      if (text != null && text.indexOf('\0') >= 0) {
        throw new InvalidValue("field.wrong");
      }
    }
    if (updatedSince != null && (updatedSince.isBefore(FIRST) || updatedSince.isAfter(LAST))) {
      throw new InvalidValue("parameter.wrong", "updatedSince");
    }
  }

  /** Narrows nothing. */
  public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null, null);

  void addTo(Search.Query query) {
    query.where("i.slug = :slug", "slug", slug);
    query.where("i.stage = :stage", "stage", Rows.text(stage));
    query.where("i.type = :type", "type", Rows.text(type));
    query.where("i.parent_reference = :parent", "parent", Rows.text(parent));
    query.where("i.updated_at >= :since", "since", Search.timestamp(updatedSince));
    query.where(
        "exists (select 1 from party p where p.reference = i.reference and p.code = :party)",
        "party",
        Rows.text(party));
    query.where(
        "exists (select 1 from involvement w where w.reference = i.reference and w.body = :body)",
        "body",
        Rows.text(body));
    query.where("regexp_like(i.description, :language)", "language", amongTheLanguages(language));
  }

  /** Matches a description that has the language in its list, whatever else it says. */
  private static @Nullable String amongTheLanguages(@Nullable String language) {
    return language == null
        ? null
        : "\"authenticLanguages\":\\[[^]]*\"" + language.replaceAll("[^a-z]", "-") + "\"";
  }
}
