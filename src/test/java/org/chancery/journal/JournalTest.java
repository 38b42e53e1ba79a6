package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.DRAFTED;
import static org.chancery.instrument.EventKind.SIGNED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.RegisterFixture;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.chancery.web.Etag;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(RegisterFixture.class)
class JournalTest {

  private final Journal journal;
  private final Instruments instruments;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;

  @Autowired
  JournalTest(
      Journal journal,
      Instruments instruments,
      JdbcClient jdbc,
      Acting acting,
      Published published) {
    this.journal = journal;
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
  void hasOneEntryForEachChange() {
    Reference reference = changed();
    assertThat(entries(reference))
        .extracting(Entry::change)
        .containsExactly(
            "OPENED",
            "EVENT_RECORDED",
            "EVENT_CORRECTED",
            "MILESTONE_ADDED",
            "MILESTONE_CORRECTED",
            "DESCRIPTION_CORRECTED");
    assertThat(entries(reference)).extracting(Entry::number).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(entries(reference)).allMatch(entry -> entry.account().equals("mddtClerk"));
  }

  @Test
  void chainsEachEntryToTheOneBefore() {
    List<Entry> entries = entries(changed());
    assertThat(entries).allMatch(Entry::isIntact);
    assertThat(entries.get(0).previousHash()).isNull();
    for (int i = 1; i < entries.size(); i++) {
      assertThat(entries.get(i).previousHash()).isEqualTo(entries.get(i - 1).hash());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account = 'someone'",
        "change = 'EVENT_RECORDED'",
        "before_state = null",
        "after_state = replace(after_state, '2026', '2025')",
        "previous_hash = hash",
        "recorded_at = recorded_at + interval '1' second",
        "hash = '0000000000000000000000000000000000000000000000000000000000000000'",
        "number = 30",
      })
  void noticesAnEntryThatWasTamperedWith(String tampering) {
    Reference reference = changed();
    jdbc.sql("update journal set " + tampering + " where number = 3").update();
    assertThat(entries(reference).stream().filter(entry -> !entry.isIntact())).hasSize(1);
  }

  @Test
  void saysWhatItWasAndWhatItBecame() throws JsonProcessingException {
    Entry corrected = entries(changed()).get(2);
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(corrected.before()).path("on").asText()).isEqualTo("2026-01-01");
    assertThat(json.readTree(corrected.after()).path("on").asText()).isEqualTo("2026-01-02");
    assertThat(json.readTree(corrected.after()).path("corrects").asInt()).isEqualTo(1);
  }

  @Test
  void hasNoEntryForWhatWasRefused() {
    CaseFile file = instruments.open(agreement().opening());
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> instruments.record(file.reference(), event(SIGNED, "2026-01-01").made()));
    assertThat(entries(file.reference())).hasSize(1);
  }

  @Test
  void isReadInParts() {
    Reference reference = changed();
    assertThat(journal.of(reference, 2, 2)).extracting(Entry::number).containsExactly(3, 4);
    assertThat(journal.of(reference, 6, 2)).isEmpty();
    assertThat(journal.of(Reference.of(1999, 1), 0, 2)).isEmpty();
  }

  private List<Entry> entries(Reference reference) {
    return journal.of(reference, 0, 100);
  }

  /** A case that has been changed in each way. */
  private Reference changed() {
    acting.is(RegisterFixture.clerk("mddt"));
    Reference reference = instruments.open(agreement().opening()).reference();
    instruments.record(reference, event(DRAFTED, "2026-01-01").made());
    instruments.record(reference, event(DRAFTED, "2026-01-02").correcting(1).made());
    var measure = agreement().owing(MilestoneKind.MEASURE).opening().milestones().get(0);
    instruments.add(reference, measure);
    instruments.correct(reference, 1, measure, Etag.of(4));
    instruments.describe(reference, agreement().slug("new").description(), Etag.of(5));
    return reference;
  }
}
