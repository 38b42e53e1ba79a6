package org.chancery.archive;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of the database is in the archive, in an order in which each row comes after those it rests
 * on; and what is not, and why. A table or column that is in neither list fails the build, until
 * somebody has decided.
 */
final class Inventory {

  /**
   * The tables that the program itself fills at its first start: an import takes their rows away,
   * so that those of the archive come in their place, or the next start fills them anew.
   */
  static final List<String> BROUGHT_ALONG =
      List.of("body", "rule_table", "house_start", "concordance");

  /** The texts: each that is held has its bytes beside its row, in an entry of its own. */
  static final Table CONTENT =
      Table.of("content", 1, "sha256, size long, kept_at instant, removed_at instant");

  static final Table INSTRUMENT =
      Table.of(
              "instrument",
              1,
              "reference, slug, type, responsible_body, parent_reference, parent_relation,"
                  + " description, opened_by, opened_at instant, updated_at instant, version int")
          .without("stage", "UNKNOWN", "derived: each judging computes it")
          .without("in_force", null, "derived: each judging computes it")
          .fillingLater("parent_reference");

  static final Table JOURNAL =
      Table.of(
          "journal",
          2,
          "reference, number int, recorded_at instant, account, change, before_state, after_state,"
              + " previous_hash, hash");

  static final Table HOUSE_JOURNAL =
      Table.of(
          "house_journal",
          1,
          "number int, recorded_at instant, account, subject, change, before_state, after_state,"
              + " previous_hash, hash");

  static final Table JOURNAL_ROOT =
      Table.of(
          "journal_root",
          1,
          "number int, made_at instant, leaves int, entries int, tree, previous_hash, hash");

  static final Table JOURNAL_LEAF =
      Table.of("journal_leaf", 2, "chain, number int, hash, root int");

  static final Table RULE_TABLE =
      Table.of(
          "rule_table",
          2,
          "name, number int, text, checksum, remark, staged_by, staged_at instant, applied_by,"
              + " applied_at instant, confirmed_by, confirmed_at instant, valid_from instant,"
              + " refused_by, refused_at instant, refusal");

  static final Table ACCOUNT =
      Table.of(
              "account",
              1,
              "name account, display_name, enabled flag, created_at instant, email, language")
          .without("version int", 1, "counts the changes of this installation")
          .without("password_hash", null, "secret: an import sets a password that nobody knows")
          .without("must_change flag", true, "of the password");

  static final List<Table> TABLES =
      List.of(
          Table.of("body", 1, "code, state, zone, sees_all flag, names"),
          ACCOUNT,
          Table.of("account_role", 2, "account account, role"),
          Table.of("membership", 2, "account account, body"),
          Table.of("notice_preference", 1, "account account, digest, muted"),
          RULE_TABLE,
          Table.of("house_start", 1, "id int, first_day day"),
          INSTRUMENT,
          Table.of("party", 2, "reference, code"),
          Table.of("involvement", 2, "reference, body"),
          Table.of(
              "milestone",
              2,
              "reference, id int, kind, name, due, planned, stated_as, body, party, basis, source,"
                  + " recorded_at instant, term, term_event int"),
          Table.of(
              "event",
              2,
              "reference, id int, kind, party, milestone int, happened_on, for_date, place, act,"
                  + " note, remark, reason, refers_to int, corrects int, source, body, recorded_by,"
                  + " recorded_at instant"),
          Table.of(
              "decision",
              2,
              "reference, id int, milestone int, kind, from_date, to_date, reason, authority, body,"
                  + " decided_by, decided_at instant, confirmed_by, confirmed_at instant,"
                  + " withdrawn_by, withdrawn_at instant"),
          Table.of(
              "superseded",
              3,
              "reference, id int, number int, state, superseded_at instant, parent_reference"),
          Table.of(
              "notice_watch",
              2,
              "reference, milestone int, band, due day, since day, rung int, escalation int"),
          CONTENT,
          Table.of("document", 2, "reference, id int, kind, language, name"),
          Table.of(
              "document_version",
              3,
              "reference, document int, number int, sha256, media_type, file_name, remark, author,"
                  + " added_at instant"),
          Table.of(
              "text_removal",
              4,
              "reference, document int, version int, number int, reason, authority, proposed_by,"
                  + " proposed_at instant, confirmed_by, confirmed_at instant, withdrawn_by,"
                  + " withdrawn_at instant"),
          Table.of(
              "document_proof",
              3,
              "reference, document int, number int, event int, attached_by, attached_at instant"),
          Table.of(
              "custody_act",
              2,
              "reference, id int, kind, original int, party, languages, holder_body,"
                  + " holder_outside, from_body, from_outside, handover int, done_on, remark,"
                  + " reason, corrects int, body, recorded_by, recorded_at instant"),
          JOURNAL,
          HOUSE_JOURNAL,
          JOURNAL_ROOT,
          JOURNAL_LEAF);

  /** The entries that an archive need not have, since there were archives before these tables. */
  static final Set<String> ADDED_LATER = Set.of(JOURNAL_ROOT.entry(), JOURNAL_LEAF.entry());

  /** The tables that are not in the archive, and why. */
  static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          entry("content_chunk", "the bytes of a text are an entry of their own, texts/<SHA-256>"),
          entry("api_key", "secret: programs get new keys"),
          entry("house_journal_lock", "locked by whoever appends to house_journal; holds nothing"),
          entry("outside_login", "of the provider this house trusts; the next house names its own"),
          entry("first_secret", "secret: of an installation without accounts"),
          entry("feed_token", "secret: people get new addresses for their calendars"),
          entry("idempotency_key", "answers kept for a day, for programs that ask twice"),
          entry("step_draft", "what a person has typed and not yet sent is not the record"),
          entry("case_word", "derived: each start reads what was not read yet"),
          entry("word_key", "derived: each start reads what was not read yet"),
          entry("concordance", "derived: how far the words have been read"),
          entry("notice_change", "derived: for digests, and kept for some weeks only"),
          entry("notice_digest", "how far each has read; a house that is read in begins anew"),
          entry("notice_outbox", "what is under way is not the record; nobody is told twice"),
          entry("verdict", "derived: each judging and each start computes it"),
          entry("verdict_total", "derived: each judging and each start computes it"),
          entry("verdict_day", "derived: each judging and each start computes it"),
          entry("unjudged", "derived: what the last sweep could not judge"),
          entry("sweep", "derived: when the cases were last judged"),
          entry("sweep_unjudged", "derived: each start judges every case"),
          entry("verdict_viewer", "derived: each judging and each start computes it"),
          entry("judged", "derived: since when the verdicts hold"));

  private Inventory() {}

  /** Whether the bytes of the text are there; those of one that was taken out are gone. */
  static boolean isHeld(Map<String, Object> content) {
    return !content.containsKey("removed_at");
  }
}
