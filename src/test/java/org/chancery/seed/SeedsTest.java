package org.chancery.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.access.Accounts;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.instrument.RegisterFixture;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.chancery.web.WebFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(RegisterFixture.class)
class SeedsTest {

  private final Instruments instruments;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;

  @Autowired private org.springframework.transaction.PlatformTransactionManager transactions;

  @Autowired
  SeedsTest(
      Instruments instruments,
      Accounts accounts,
      JdbcClient jdbc,
      Acting acting,
      Published published) {
    this.instruments = instruments;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.acting = acting;
    this.published = published;
  }

  @BeforeEach
  void empty() {
    RegisterFixture.empty(jdbc, acting, published);
  }

  @Test
  void opensEachCaseOfTheDemonstrationOnce() {
    loadAll();
    assertThat(all()).hasSize(30);
    assertThat(all()).allMatch(file -> file.instrument().openedBy().equals("house"));
    loadAll();
    assertThat(all()).hasSize(30);
    assertThat(published.changes()).hasSize(30);
  }

  /** Whoever opens a case has it from memory, in the same transaction. */
  @Test
  void whatIsKnownOfACaseThatWasOpenedIsWhatWouldBeRead() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              loadAll();
              for (CaseFile read : all()) {
                assertThat(instruments.known(read.reference())).isEqualTo(read);
              }
            });
    assertThat(all()).hasSize(30);
  }

  private void loadAll() {
    try {
      load(new PathMatchingResourcePatternResolver().getResources("file:seeds/*.yaml"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void opensParentsFirst() throws IOException {
    load(file("a", "c"), file("b", "a"), file("c", null));
    Reference top = instruments.withSlug("c").orElseThrow();
    Reference middle = instruments.withSlug("a").orElseThrow();
    Reference bottom = instruments.withSlug("b").orElseThrow();
    assertThat(List.of(top, middle, bottom)).isSorted();
    assertThat(instruments.get(bottom).instrument().parentReference()).isEqualTo(middle);
    assertThat(instruments.get(middle).instrument().parentReference()).isEqualTo(top);
  }

  @Test
  void opensNothingWhenAnyFileIsMalformed() {
    assertThatExceptionOfType(MalformedSeed.class)
        .isThrownBy(() -> load(file("a", null), named("b", "slug: b\ntype: ODD\n")))
        .withMessageStartingWith("seeds/b.yaml, line ");
    assertThat(all()).isEmpty();
  }

  @Test
  void namesTheFileThatDoesNotFit() {
    assertThatExceptionOfType(MalformedSeed.class)
        .isThrownBy(() -> load(file("a", "nobody")))
        .withMessage(
            "seeds/a.yaml, line 6: /parent There is no such instrument to stand under: nobody");
  }

  @Test
  void refusesParentsInACircle() {
    assertThatExceptionOfType(MalformedSeed.class)
        .isThrownBy(() -> load(file("a", "b"), file("b", "a")));
  }

  private void load(Resource... files) throws IOException {
    new Seeds(
            files, instruments, accounts, WebFixture.reading(), WebFixture.problems(), transactions)
        .run(new DefaultApplicationArguments());
  }

  private List<CaseFile> all() {
    return instruments.list(Filter.ALL, null, 200).items();
  }

  private static Resource file(String slug, @org.jspecify.annotations.Nullable String parent) {
    List<String> lines =
        List.of(
            "slug: " + slug,
            "type: ARRANGEMENT",
            "title: { en: A case }",
            "parties: [ { code: AZ }, { code: KZ } ]",
            "responsibleBody: energy",
            parent == null ? "" : "parent: { slug: " + parent + ", relation: IMPLEMENTS }");
    return named(slug, String.join("\n", lines) + "\n");
  }

  private static Resource named(String slug, String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return slug + ".yaml";
      }
    };
  }
}
