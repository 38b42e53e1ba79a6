package org.chancery.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive is read into an empty installation, and whatever is wrong with one is refused. */
class RestoringTest {

  private static final Vaults FULL = Vaults.full();
  private static final byte[] ARCHIVE = FULL.export();
  private static final Vaults EMPTY = Vaults.empty();

  @Test
  void nothingIsLost() {
    Vaults other = Vaults.empty();
    Manifest manifest = other.restore(ARCHIVE);
    assertThat(manifest.rows(Inventory.INSTRUMENT)).isEqualTo(Vaults.CASES);
    for (Table table : Inventory.TABLES) {
      List<String> withheld = table.withheld().stream().map(each -> each.column().name()).toList();
      assertThat(without(withheld, other.rows(table.name())))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(without(withheld, FULL.rows(table.name())));
    }
    assertThat(Repacked.of(other.export()).entries)
        .containsExactlyEntriesOf(Repacked.of(ARCHIVE).entries);
  }

  @Test
  void textsAreKeptInPieces() {
    Vaults other = Vaults.empty();
    other.restore(ARCHIVE);
    assertThat(other.count("content_chunk")).isEqualTo(2);
    assertThat(other.jdbc.sql("select sum(length(bytes)) from content_chunk").query(Long.class))
        .satisfies(sum -> assertThat(sum.single()).isEqualTo(12_000));
  }

  @Test
  void numbersGoOnAfterTheLastOne() {
    Vaults other = Vaults.empty();
    other.restore(ARCHIVE);
    assertThat(other.jdbc.sql("select next value for case_number").query(Integer.class).single())
        .isEqualTo(Vaults.CASES + 1);
  }

  @Test
  void whatIsDerivedIsLeftToTheJudging() {
    Vaults other = Vaults.empty();
    other.restore(ARCHIVE);
    assertThat(other.rows("instrument"))
        .allSatisfy(
            row ->
                assertThat(row).containsEntry("STAGE", "UNKNOWN").containsEntry("IN_FORCE", null));
  }

  @Test
  void accountsHaveAPasswordThatNobodyKnows() {
    Vaults other = Vaults.empty();
    other.restore(ARCHIVE);
    assertThat(other.rows("account"))
        .hasSize(3)
        .allSatisfy(
            account -> {
              assertThat(String.valueOf(account.get("PASSWORD_HASH"))).startsWith("{bcrypt}$2a$");
              assertThat(account.get("ENABLED")).isEqualTo(!"zara".equals(account.get("NAME")));
            });
    assertThat(other.count("api_key")).isZero();
  }

  @Test
  void whatTheProgramBroughtAlongIsReplaced() {
    Vaults other = Vaults.empty();
    other.jdbc.sql("insert into body values ('other', 'AZ', 'Asia/Baku', false, '{}')").update();
    other.jdbc.sql("insert into house_start values (1, date '2026-11-21')").update();
    other.jdbc.sql("update concordance set version = 7, upto = null").update();
    other.restore(ARCHIVE);
    assertThat(other.export()).isEqualTo(ARCHIVE);
    assertThat(other.count("concordance")).as("the next start reads the words").isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        insert into account (name, display_name, password_hash, enabled, must_change, created_at)
        values ('eve', 'Eve', 'x', true, false, current_timestamp)""",
        "insert into content (sha256, size, kept_at) values ('x', 1, current_timestamp)",
        """
        insert into instrument (reference, type, stage, responsible_body, description, opened_by,
          opened_at, updated_at, version)
        values ('2026-000001-7', 'TREATY', 'SIGNED', 'mfa', '{}', 'eve', current_timestamp,
          current_timestamp, 1)""",
      })
  void anInstallationThatIsNotEmptyStaysAsItIs(String something) {
    Vaults other = Vaults.empty();
    other.jdbc.sql(something).update();
    assertThat(refusal(other, ARCHIVE).detail().code()).isEqualTo("archive.notEmpty");
    assertThat(other.count("journal") + other.count("party")).isZero();
  }

  static Stream<Arguments> wrongArchives() {
    return Stream.of(
        wrong("archive.format", archive -> archive.manifest(ObjectNode::removeAll)),
        wrong("archive.unreadable", archive -> archive.manifest(it -> it.remove("texts"))),
        wrong("archive.unreadable", archive -> archive.changed(Manifest.NAME, text -> "{")),
        wrong("archive.format", archive -> archive.manifest(it -> it.put("format", 2))),
        wrong("archive.home", archive -> archive.manifest(it -> it.put("home", "KZ"))),
        wrong("archive.missing", archive -> archive.without(Manifest.NAME)),
        wrong("archive.missing", archive -> archive.without("party.jsonl")),
        wrong("archive.missing", archive -> archive.manifest(it -> it.putArray("entries"))),
        wrong("archive.texts", archive -> archive.without(aText(archive))),
        wrong("archive.missing", archive -> otherText(archive)),
        wrong("archive.additional", archive -> archive.with("notes.txt", "more")),
        wrong("archive.additional", archive -> archive.with("../../etc/passwd", "root")),
        wrong("archive.additional", archive -> archive.with("texts/../../x", "root")),
        wrong("archive.additional", archive -> archive.with("C:\\\\x", "root")),
        wrong("archive.additional", archive -> stated(archive, "../x")),
        wrong("archive.texts", archive -> archive.with("texts/" + "0".repeat(64), "more")),
        wrong("archive.checksum", archive -> archive.changed("event.jsonl", one("~", "?"))),
        wrong("archive.checksum", archive -> archive.changed("README.txt", one("e", "a"))),
        wrong("archive.checksum", RestoringTest::anotherTextOfTheSameLength),
        wrong("archive.length", archive -> archive.changed("event.jsonl", text -> text + "\n")),
        wrong("archive.length", archive -> archive.changed(aText(archive), text -> text + "x")),
        wrong("archive.bomb", archive -> archive.manifest(RestoringTest::promiseMuch)),
        wrong("archive.rows", archive -> archive.manifest(RestoringTest::countLess)),
        wrong("archive.row", archive -> archive.forged("party.jsonl", one("code", "edoc"))),
        wrong("archive.row", archive -> archive.forged("party.jsonl", one("\"KZ\"", "7"))),
        wrong("archive.row", archive -> archive.forged("party.jsonl", one("}", ""))),
        wrong("archive.row", archive -> archive.forged("party.jsonl", one("{", "[{"))),
        wrong(
            "archive.row", archive -> archive.forged("event.jsonl", one("\"id\":1", "\"id\":1.5"))),
        wrong(
            "archive.row",
            archive -> archive.forged("event.jsonl", one("2026-11-20T08", "2026-13-20T08"))),
        wrong(
            "archive.row",
            archive ->
                archive.forged("party.jsonl", one(",\"code\"", ",\"code\":\"KZ\",\"code\""))),
        wrong("archive.row", archive -> archive.forged("rule_table.jsonl", one("a,b", "a,c"))),
        wrong("archive.row", archive -> archive.forged("content.jsonl", one("size", "sha256"))),
        wrong("archive.row", archive -> archive.forged("content.jsonl", one("\"size\":4000,", ""))),
        wrong(
            "archive.row",
            archive -> archive.forged("journal.jsonl", one("\"account\":\"anna\",", ""))),
        wrong("archive.row", archive -> archive.forged("content.jsonl", RestoringTest::twice)),
        wrong(
            "journal.flaw.ALTERED",
            archive -> archive.forged("journal.jsonl", one("tətbiq", "rədd"))),
        wrong("journal.flaw.MISSING", archive -> archive.forged("journal.jsonl", withoutLine(0))),
        wrong("journal.flaw.MISSING", archive -> archive.forged("journal.jsonl", withoutLine(1))),
        wrong(
            "journal.flaw.SURPLUS",
            archive -> archive.forged("instrument.jsonl", one("\"version\":2", "\"version\":1"))),
        wrong(
            "journal.flaw.LEAVES", archive -> archive.forged("journal_leaf.jsonl", withoutLine(0))),
        wrong(
            "journal.flaw.ALTERED",
            archive -> archive.forged("journal_root.jsonl", one("\"leaves\":", "\"leaves\":1"))),
        wrong(
            "archive.root",
            archive -> archive.manifest(it -> ((ObjectNode) it.path("journal")).put("root", ""))),
        wrong(
            "archive.contradicts",
            archive ->
                archive.forged(
                    "party.jsonl",
                    text -> text + "{\"reference\":\"2026-999999-9\",\"code\":\"AZ\"}\n")),
        wrong(
            "archive.contradicts",
            archive -> archive.forged("event.jsonl", one("\"kind\":\"SIGNED\",", ""))));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("wrongArchives")
  void aWrongArchiveIsRefusedAndNothingIsWritten(String code, byte[] archive) {
    Refusal refusal = refusal(EMPTY, archive);
    assertThat(refusal.detail().code()).as("%s", refusal.detail()).isEqualTo(code);
    assertThat(EMPTY.isEmpty()).isTrue();
  }

  @Test
  void afterARefusedOneTheRightOneIsRead() {
    Vaults other = Vaults.empty();
    refusal(
        other, Repacked.of(ARCHIVE).forged("event.jsonl", one("\"kind\":\"SIGNED\",", "")).bytes());
    other.restore(ARCHIVE);
    assertThat(other.export()).isEqualTo(ARCHIVE);
  }

  @Test
  void anArchiveFromBeforeThereWereRootsIsRead() {
    Repacked older = Repacked.of(ARCHIVE);
    List.of("journal_root.jsonl", "journal_leaf.jsonl").forEach(name -> forget(older, name));
    Vaults other = Vaults.empty();
    other.restore(older.bytes());
    assertThat(other.count("journal")).isEqualTo(2 * Vaults.CASES);
    assertThat(other.count("journal_root")).isZero();
  }

  private static void forget(Repacked archive, String name) {
    archive
        .without(name)
        .manifest(
            it -> {
              var entries = it.path("entries").elements();
              while (entries.hasNext()) {
                if (entries.next().path("name").asText().equals(name)) {
                  entries.remove();
                }
              }
            });
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    assertThat(refusal(Vaults.empty(), new byte[] {1, 2, 3}).detail().code())
        .isEqualTo("archive.unreadable");
    byte[] half = Arrays.copyOf(ARCHIVE, ARCHIVE.length / 2);
    assertThat(refusal(Vaults.empty(), half).detail().code()).isEqualTo("archive.unreadable");
  }

  /** Its directory says what the manifest says, and more comes out of it. */
  @Test
  void whatUnpacksToMoreThanItSaysIsReadNoFurther() {
    Repacked archive = Repacked.of(ARCHIVE);
    int stated = archive.content("README.txt").length;
    byte[] bomb = archive.changed("README.txt", text -> text + "0".repeat(50_000_000)).bytes();
    sayLength(bomb, "README.txt", stated);
    Refusal refusal = refusal(Vaults.empty(), bomb);
    assertThat(refusal.detail().code()).isIn("archive.length", "archive.unreadable");
  }

  private static void sayLength(byte[] zip, String name, int length) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < zip.length - 46; at++) {
      boolean isDirectoryEntry =
          zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2;
      if (isDirectoryEntry
          && Arrays.equals(zip, at + 46, at + 46 + wanted.length, wanted, 0, wanted.length)) {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 24, length);
        return;
      }
    }
    throw new AssertionError("no entry " + name);
  }

  private static Arguments wrong(String code, Consumer<Repacked> change) {
    Repacked archive = Repacked.of(ARCHIVE);
    change.accept(archive);
    return Arguments.of(code, archive.bytes());
  }

  private static String aText(Repacked archive) {
    return archive.entries.keySet().stream()
        .filter(name -> name.startsWith("texts/"))
        .findFirst()
        .orElseThrow();
  }

  private static void otherText(Repacked archive) {
    archive.without(aText(archive)).with("texts/" + "0".repeat(64), "other");
  }

  private static void anotherTextOfTheSameLength(Repacked archive) {
    byte[] text = archive.content(aText(archive)).clone();
    text[100] = 7;
    archive.entries.put(aText(archive), text);
  }

  private static void stated(Repacked archive, String name) {
    archive.manifest(
        it ->
            it.withArray("entries")
                .addObject()
                .put("name", name)
                .put("rows", 1)
                .put("bytes", 1)
                .put("sha256", "0"));
  }

  private static void promiseMuch(ObjectNode manifest) {
    ((ObjectNode) manifest.path("texts")).put("bytes", 1L << 49);
  }

  private static void countLess(ObjectNode manifest) {
    manifest
        .path("entries")
        .forEach(
            entry -> {
              if (entry.path("name").asText().equals("party.jsonl")) {
                ((ObjectNode) entry).put("rows", 1);
              }
            });
  }

  private static UnaryOperator<String> one(String was, String is) {
    return text -> {
      int at = text.indexOf(was);
      assertThat(at).isNotNegative();
      return text.substring(0, at) + is + text.substring(at + was.length());
    };
  }

  private static UnaryOperator<String> withoutLine(int number) {
    return text -> {
      List<String> lines = new ArrayList<>(text.lines().toList());
      lines.remove(number);
      return String.join("\n", lines) + "\n";
    };
  }

  private static String twice(String text) {
    return text.lines().findFirst().orElseThrow() + "\n" + text;
  }

  private static List<Map<String, Object>> without(
      List<String> columns, List<Map<String, Object>> rows) {
    rows.forEach(row -> columns.forEach(row::remove));
    rows.forEach(row -> row.replaceAll((name, value) -> text(value)));
    return rows;
  }

  private static Object text(Object value) {
    return value instanceof java.sql.Clob clob ? read(clob) : value;
  }

  private static String read(java.sql.Clob clob) {
    try {
      return clob.getSubString(1, (int) clob.length());
    } catch (java.sql.SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Refusal refusal(Vaults vault, byte[] archive) {
    return catchThrowableOfType(Refusal.class, () -> vault.restore(archive));
  }
}
