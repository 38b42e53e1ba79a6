package org.chancery.instrument;

import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks cases up by words. Each word must stand in a title, in whatever language, in the reference,
 * the slug, the number of an act or a note, or name a party. Case and diacritics do not matter; the
 * last word may be a beginning; in words of four letters or more one may be wrong. All that is
 * said, counts and advice included, is said of the cases alone that the account may see.
 */
@Component
@Transactional(readOnly = true)
public class Searching {

  /** How many hits a page has. */
  public static final int PAGE = 25;

  /** Hits are counted up to here. */
  public static final int MOST_COUNTED = 1000;

  private final Concordance concordance;
  private final Search search;
  private final Register register;
  private final Accounts accounts;

  Searching(Concordance concordance, Search search, Register register, Accounts accounts) {
    this.concordance = concordance;
    this.search = search;
    this.register = register;
    this.accounts = accounts;
  }

  /**
   * The cases that fit, the closest first, among equals the newest.
   *
   * @param text the words
   * @param after the hit after which the page begins; null for the first page
   */
  public Hits find(String text, @Nullable Place after) {
    Sought sought = concordance.sought(text);
    if (sought == null || sought.isEmpty()) {
      return Hits.none();
    }
    Account account = accounts.current();
    List<Hit> hits = hits(sought, after, account);
    boolean more = hits.size() > PAGE;
    boolean all = after == null && !more;
    return new Hits(
        sought,
        List.copyOf(more ? hits.subList(0, PAGE) : hits),
        more ? hits.get(PAGE - 1).place() : null,
        all ? hits.size() : search.count(sought, account, MOST_COUNTED + 1),
        hits.isEmpty() ? advice(sought, account) : List.of());
  }

  private List<Hit> hits(Sought sought, @Nullable Place after, Account account) {
    List<Hit> hits = new ArrayList<>();
    for (Closeness closeness : Closeness.values()) {
      int room = PAGE + 1 - hits.size();
      if (room > 0 && (after == null || closeness.compareTo(after.closeness()) >= 0)) {
        Reference before =
            after != null && closeness == after.closeness() ? after.reference() : null;
        search
            .newest(sought, closeness, account, before, room)
            .forEach(found -> hits.add(new Hit(register.file(found), closeness)));
      }
    }
    return hits;
  }

  /** Of each word whether any case has it. */
  private List<Hits.Advice> advice(Sought sought, Account account) {
    return sought.words().stream()
        .map(
            word ->
                new Hits.Advice(
                    word.word(), search.count(new Sought(List.of(word)), account, 1) > 0))
        .toList();
  }

  /**
   * Where a hit stands among the hits.
   *
   * @param closeness how well it fits
   * @param reference its case
   */
  public record Place(Closeness closeness, Reference reference) {

    /**
     * The place that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Place parse(String text) {
      int colon = text.indexOf(':');
      return new Place(
          Closeness.valueOf(text.substring(0, Math.max(0, colon))),
          new Reference(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
      return closeness + ":" + reference;
    }
  }

  /**
   * A case that was found.
   *
   * @param file the case
   * @param closeness how well it fits
   */
  public record Hit(CaseFile file, Closeness closeness) {

    Place place() {
      return new Place(closeness, file.reference());
    }
  }
}
