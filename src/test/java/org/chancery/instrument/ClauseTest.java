package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.chancery.calendar.StatedDate;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.WebFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTest {

  private static final String WHOLE =
      """
      {"general": {"trigger": "DEPOSIT", "count": 11,
        "weight": {"atLeast": "2/3", "of": "emissions 1986"}, "offset": "P90D",
        "monthEnd": "CLAMP", "align": "FIRST_DAY_OF_FOLLOWING_MONTH", "on": null,
        "notBefore": "1989-01-01"},
       "perParty": {"trigger": "DEPOSIT", "offset": "P1M15D", "monthEnd": "ROLL", "align": null,
        "notBefore": null, "appliesTo": "AFTER_THRESHOLD"}}""";

  private final ObjectMapper json = new ObjectMapper();
  private final Reading reading = WebFixture.reading();

  @Test
  void isReadAndWrittenAsItWasStated() throws JsonProcessingException {
    Clause clause = reading.read(json.readTree(WHOLE), Clause.class);
    assertThat(clause.general().count()).isEqualTo(11);
    assertThat(clause.general().weight()).isEqualTo(new Clause.Weight("2/3", "emissions 1986"));
    assertThat(clause.general().notBefore()).isEqualTo(new StatedDate("1989-01-01"));
    assertThat(clause.perParty())
        .isNotNull()
        .extracting(Clause.PerParty::appliesTo)
        .isEqualTo(Clause.AppliesTo.AFTER_THRESHOLD);
    assertThat(json.<Clause>readValue(json.writeValueAsString(clause), Clause.class))
        .isEqualTo(clause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P90D", "P3M", "P1Y", "P2W", "P1Y6M", "P0D"})
  void countsAPeriod(String offset) throws JsonProcessingException {
    String clause = "{\"general\": {\"trigger\": \"SIGNATURE\", \"offset\": \"" + offset + "\"}}";
    assertThat(reading.read(json.readTree(clause), Clause.class).general().offset())
        .isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                          | /general",
        "{\"general\": {}}                                           | /general/trigger",
        "{\"general\": {\"trigger\": \"SIGNATURE\", \"offset\": \"P\"}}      | /general/offset",
        "{\"general\": {\"trigger\": \"SIGNATURE\", \"offset\": \"-P3M\"}}   | /general/offset",
        "{\"general\": {\"trigger\": \"SIGNATURE\", \"offset\": \"PT24H\"}}  | /general/offset",
        "{\"general\": {\"trigger\": \"SIGNATURE\", \"offset\": \"90\"}}     | /general/offset",
        "{\"general\": {\"trigger\": \"DEPOSIT\", \"count\": 0}}             | /general/count",
        "{\"general\": {\"trigger\": \"DEPOSIT\", \"weight\": {\"atLeast\": \"1/0\", \"of\": \"x\"}}}"
            + " | /general/weight/atLeast",
        "{\"general\": {\"trigger\": \"DEPOSIT\", \"weight\": {\"atLeast\": \"most\", \"of\": \"x\"}}}"
            + " | /general/weight/atLeast",
        "{\"general\": {\"trigger\": \"SIGNATURE\"}, \"perParty\": {}}       | /perParty/trigger",
        "{\"general\": {\"trigger\": \"SIGNATURE\", \"notBefore\": \"1989-13\"}} | /general/notBefore",
      })
  void refusesWhatIsNoClause(String clause, String pointer) throws JsonProcessingException {
    var tree = json.readTree(clause);
    assertThat(catchThrowableOfType(Refusal.class, () -> reading.read(tree, Clause.class)).faults())
        .extracting(Refusal.Fault::pointer)
        .containsExactly(pointer);
  }
}
