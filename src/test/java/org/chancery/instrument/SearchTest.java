package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.CaseFixture.treaty;
import static org.chancery.instrument.EventKind.*;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.access.BodyCode;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.chancery.web.Etag;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(RegisterFixture.class)
class SearchTest {

  private final Instruments instruments;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;

  @Autowired
  SearchTest(Instruments instruments, JdbcClient jdbc, Acting acting, Published published) {
    this.instruments = instruments;
    this.jdbc = jdbc;
    this.acting = acting;
    this.published = published;
  }

  @BeforeEach
  void empty() {
    RegisterFixture.empty(jdbc, acting, published);
  }

  @Test
  void findsByEachFilter() {
    CaseFile wanted =
        open(
            treaty()
                .slug("wanted")
                .parties("AZ", "TR")
                .responsible("energy")
                .participating("health")
                .languages("az", "tr")
                .title("az", "Sağlamlıq üzrə ƏMƏKDAŞLIQ haqqında müqavilə")
                .title("ar", "اتِّفاقية بشأن أذربيجان"));
    CaseFile other = open(agreement().slug("other").languages("ru").happened(DRAFTED, "2026-01"));
    String reference = wanted.reference().value();
    List<Filter> filters =
        List.of(
            filter(null, Stage.INITIATIVE, null, null, null, null, null),
            filter("wanted", null, null, null, null, null, null),
            filter(null, null, InstrumentType.TREATY, null, null, null, null),
            filter(null, null, null, new PartyCode("TR"), null, null, null),
            filter(null, null, null, null, new BodyCode("energy"), null, null),
            filter(null, null, null, null, new BodyCode("health"), null, null),
            filter(null, null, null, null, null, "az", null),
            q("əməkdaşlıq"),
            q("EMEKDASLIQ haqqinda"),
            q("saglamliq   muqavile"),
            q("müqavilə SAGLAMLQI"),
            q("اتفاقية"),
            q("بشان"),
            q("want"),
            q(reference),
            q(reference.substring(5, 11)));
    assertThat(filters)
        .allSatisfy(filter -> assertThat(list(filter)).containsExactly(wanted.reference()));
    assertThat(list(filter(null, Stage.DRAFTING, null, null, null, null, null)))
        .containsExactly(other.reference());
    assertThat(List.of(q("%"), q("_"), q("!"), q("naxçıvan"), q("wan müqavilə")))
        .allMatch(each -> list(each).isEmpty());
    assertThat(list(q(" "))).hasSize(2);
  }

  /** A code of two letters may stand anywhere in a description; only the languages count. */
  @Test
  void findsByLanguageAmongTheLanguagesAlone() {
    open(agreement().languages("ru", "kk").reportedBy("az"));
    open(agreement().languages("ru"));
    assertThat(list(filter(null, null, null, null, null, "az", null))).isEmpty();
    assertThat(list(filter(null, null, null, null, null, "kk", null))).hasSize(1);
    assertThat(list(filter(null, null, null, null, null, "ru", null))).hasSize(2);
    assertThat(list(filter(null, null, null, null, null, "ru|kk", null))).isEmpty();
  }

  @Test
  void findsWhatStandsUnderACase() {
    Reference parent = open(agreement()).reference();
    Reference child = open(agreement().under(parent)).reference();
    open(agreement());
    Filter under = new Filter(null, null, null, null, null, null, null, parent, null);
    assertThat(list(under)).containsExactly(child);
    assertThat(instruments.children(parent))
        .extracting(Instrument::reference)
        .containsExactly(child);
    assertThat(instruments.children(child)).isEmpty();
    assertThat(refused(() -> open(agreement().under(Reference.of(1999, 1)))))
        .isEqualTo(Kind.DOES_NOT_FIT);
    assertThat(refused(() -> describe(instruments.get(parent), agreement().under(parent), 1)))
        .isEqualTo(Kind.DOES_NOT_FIT);
  }

  @Test
  void findsWhatChangedSince() {
    Reference reference = open(agreement()).reference();
    assertThat(list(since(CaseFixture.RECORDED))).containsExactly(reference);
    assertThat(list(since(CaseFixture.RECORDED.plusSeconds(1)))).isEmpty();
  }

  @Test
  void pagesByKey() {
    List<Reference> all =
        java.util.stream.IntStream.range(0, 5)
            .mapToObj(i -> open(agreement()).reference())
            .toList();
    Page<CaseFile> first = instruments.list(Filter.ALL, null, 2);
    Page<CaseFile> second = instruments.list(Filter.ALL, first.next(), 2);
    Page<CaseFile> third = instruments.list(Filter.ALL, second.next(), 2);
    assertThat(List.of(first, second, third))
        .flatExtracting(Page::items)
        .extracting(CaseFile::reference)
        .containsExactlyElementsOf(all);
    assertThat(third.next()).isNull();
    assertThat(refused(() -> instruments.list(Filter.ALL, null, 201)))
        .isEqualTo(Kind.INVALID_PARAMETER);
  }

  private CaseFile open(CaseFixture told) {
    return instruments.open(told.opening());
  }

  private CaseFile describe(CaseFile file, CaseFixture told, @Nullable Integer version) {
    return instruments.describe(
        file.reference(), told.description(), version == null ? null : Etag.of(version));
  }

  private List<Reference> list(Filter filter) {
    return instruments.list(filter, null, 200).map(CaseFile::reference).items();
  }

  private static Kind refused(ThrowingCallable call) {
    Refusal refusal = catchThrowableOfType(Refusal.class, call);
    assertThat(refusal).isNotNull();
    return refusal.kind();
  }

  private static Filter q(String words) {
    return filter(null, null, null, null, null, null, words);
  }

  private static Filter since(Instant instant) {
    return new Filter(null, null, null, null, null, null, null, null, instant);
  }

  private static Filter filter(
      @Nullable String slug,
      @Nullable Stage stage,
      @Nullable InstrumentType type,
      @Nullable PartyCode party,
      @Nullable BodyCode body,
      @Nullable String language,
      @Nullable String words) {
    return new Filter(slug, stage, type, party, body, language, words, null, null);
  }
}
