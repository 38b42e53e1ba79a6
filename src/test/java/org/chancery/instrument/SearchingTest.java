package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.LAW_ADOPTED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.chancery.instrument.Searching.Hit;
import org.chancery.instrument.Searching.Place;
import org.chancery.web.InvalidValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(RegisterFixture.class)
class SearchingTest {

  private final Searching searching;
  private final Instruments instruments;
  private final Rereading rereading;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;

  @Autowired
  SearchingTest(
      Searching searching,
      Instruments instruments,
      Rereading rereading,
      JdbcClient jdbc,
      Acting acting,
      Published published) {
    this.searching = searching;
    this.instruments = instruments;
    this.rereading = rereading;
    this.jdbc = jdbc;
    this.acting = acting;
    this.published = published;
  }

  @BeforeEach
  void empty() {
    RegisterFixture.empty(jdbc, acting, published);
  }

  @Test
  void showsTheClosestFirstAndAmongEqualsTheNewest() {
    Reference off = open("Pipelime of the north");
    Reference older = open("Pipeline of the north");
    Reference beginning = open("Pipelines of the north");
    Reference newer = open("North pipeline");
    assertThat(found("north pipeline")).containsExactly(newer, older, beginning, off);
    assertThat(closeness("north pipeline"))
        .containsExactly(
            Closeness.EXACT, Closeness.EXACT, Closeness.BEGINNING, Closeness.ONE_LETTER_OFF);
  }

  @Test
  void takesTheLastWordAloneForABeginning() {
    Reference cable = open("Green energy cable");
    assertThat(found("green ener")).containsExactly(cable);
    assertThat(found("gre energy")).isEmpty();
  }

  @Test
  void findsByWhatTheCaseIsKnownBy() {
    Reference reference =
        instruments
            .open(
                agreement()
                    .slug("blue-route")
                    .parties("AZ", "KZ")
                    .with(event(LAW_ADOPTED, "2026-01").stated())
                    .opening())
            .reference();
    assertThat(
            Stream.of(
                "blue", "Kazakhstan", "Қазақстан", "казахстан", "كازاخستان", "kz", "Kazakstan"))
        .allSatisfy(words -> assertThat(found(words)).containsExactly(reference));
    assertThat(found("Uzbekistan")).isEmpty();
  }

  @Test
  void findsByTheNumberOfAnActButNotByAnother() {
    Reference reference = open("Of acts");
    instruments.record(
        reference,
        new NewEvent(
            LAW_ADOPTED,
            null,
            null,
            new org.chancery.calendar.StatedDate("2026-01-05"),
            null,
            null,
            "1234-VIQ",
            null,
            null,
            null,
            null,
            null,
            EventFixture.PRESS,
            null));
    assertThat(found("1234-VIQ")).containsExactly(reference);
    assertThat(found("1235-VIQ")).isEmpty();
  }

  @Test
  void forgetsTheWordsOfATitleThatWasCorrected() {
    Reference reference = open("Formerly called so");
    CaseFile file = instruments.get(reference);
    instruments.describe(
        reference,
        agreement().title("en", "Called otherwise").description(),
        org.chancery.web.Etag.of(file.instrument().version()));
    assertThat(found("called")).containsExactly(reference);
    assertThat(found("otherwise")).containsExactly(reference);
    assertThat(found("formerly")).isEmpty();
  }

  @Test
  void pagesFromTheClosestToTheFarthest() {
    List<Reference> off = IntStream.range(0, 20).mapToObj(i -> open("Corridar number")).toList();
    List<Reference> exact = IntStream.range(0, 40).mapToObj(i -> open("Corridor number")).toList();
    List<Reference> paged = new ArrayList<>();
    Place after = null;
    do {
      Hits hits = searching.find("corridor number", after);
      assertThat(hits.count()).isEqualTo(60);
      hits.items().forEach(hit -> paged.add(hit.file().reference()));
      after = hits.next() == null ? null : Place.parse(hits.next().toString());
    } while (after != null);
    assertThat(paged.subList(0, 40)).containsExactlyInAnyOrderElementsOf(exact);
    assertThat(paged.subList(40, 60)).containsExactlyInAnyOrderElementsOf(off);
    assertThat(paged.subList(0, 40)).isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void saysNothingOfWhatTheAccountMayNotSee() {
    open("Confidential lighthouse");
    acting.is(RegisterFixture.clerk("culture"));
    Hits hits = searching.find("lighthouse confidentiol", null);
    assertThat(hits.items()).isEmpty();
    assertThat(hits.count()).isZero();
    assertThat(hits.advice()).noneMatch(Hits.Advice::known);
    assertThat(instruments.list(filter("lighthouse"), null, 10).items()).isEmpty();
  }

  @Test
  void saysOfEachWordWhetherItIsAnywhere() {
    open("Lighthouse of Absheron");
    open("Bridge of Samur");
    assertThat(searching.find("lighthouse samur zzzz", null).advice())
        .containsExactly(
            new Hits.Advice("lighthouse", true),
            new Hits.Advice("samur", true),
            new Hits.Advice("zzzz", false));
  }

  @Test
  void listsTheSameCasesByReference() {
    Reference first = open("Railway one");
    Reference second = open("Railwai two");
    assertThat(found("railway")).containsExactly(first, second);
    assertThat(instruments.list(filter("railwaj"), null, 10).map(CaseFile::reference).items())
        .containsExactly(first, second);
  }

  @Test
  void marksWhatWasLookedFor() {
    open("Günəş enerjisi haqqında");
    Sought sought = searching.find("gunes enerjsi", null).sought();
    assertThat(sought.pieces("Günəş – enerjisi!"))
        .containsExactly(
            new Sought.Piece("Günəş", true),
            new Sought.Piece(" – ", false),
            new Sought.Piece("enerjisi", true),
            new Sought.Piece("!", false));
  }

  @Test
  void refusesWhatIsTooLongToLookFor() {
    assertThatThrownBy(() -> searching.find("x".repeat(1001), null))
        .isInstanceOf(InvalidValue.class);
    String many = String.join(" ", IntStream.range(0, 41).mapToObj(i -> "w" + i).toList());
    assertThatThrownBy(() -> searching.find(many, null)).isInstanceOf(InvalidValue.class);
    assertThat(searching.find("x".repeat(1000), null).items()).isEmpty();
    assertThat(Stream.of("", " ", "?!"))
        .allMatch(text -> searching.find(text, null).sought().isEmpty());
  }

  @Test
  void readsTheWordsAnewOnceForEachVersionOfFolding() {
    Reference reference = open("Reread me");
    jdbc.sql("delete from case_word").update();
    jdbc.sql("delete from word_key").update();
    assertThat(found("reread")).isEmpty();
    jdbc.sql("update concordance set version = 0, upto = ''").update();
    assertThat(rereading.rereadAll()).isEqualTo(1);
    assertThat(found("reraed")).containsExactly(reference);
    assertThat(rereading.rereadAll()).isZero();
    jdbc.sql("delete from concordance").update();
    assertThat(rereading.rereadAll()).isEqualTo(1);
  }

  private Reference open(String title) {
    return instruments.open(agreement().title("en", title).opening()).reference();
  }

  private List<Reference> found(String words) {
    return searching.find(words, null).items().stream().map(hit -> hit.file().reference()).toList();
  }

  private List<Closeness> closeness(String words) {
    return searching.find(words, null).items().stream().map(Hit::closeness).toList();
  }

  private static Filter filter(String words) {
    return new Filter(null, null, null, null, null, null, words, null, null);
  }
}
