package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Description;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

  private static final String SOUND =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Agreement'}, 'parties': [{'code': 'AZ'},
       {'code': 'KAZ', 'weight': 0.25}], 'responsibleBody': 'mddt', 'binding': true,
       'period': '2022/2026'}""";

  private final Reading reading = WebFixture.reading();
  private final Problems problems = WebFixture.problems();

  @Test
  void makesTheValueOfASoundBody() {
    Description description = reading.read(tree(SOUND), Description.class);
    assertThat(description.title().in(Locale.ENGLISH)).isEqualTo("Agreement");
    assertThat(description.parties().get(1).code()).hasToString("KZ");
    assertThat(description.parties().get(1).weight()).isEqualTo(new BigDecimal("0.25"));
    assertThat(description.period()).isEqualTo(new StatedDate("2022/2026"));
    assertThat(description.consent()).isNull();
  }

  @Test
  void readsTheDayAnEventSetsByItsPublishedName() {
    NewEvent event =
        reading.read(
            tree("{'kind': 'SIGNING_PLANNED', 'on': '2026-01-05', 'for': '2026-03'}"),
            NewEvent.class);
    assertThat(event.kind()).isEqualTo(EventKind.SIGNING_PLANNED);
    assertThat(event.forDate()).isEqualTo(new StatedDate("2026-03"));
    assertThat(faults(NewEvent.class, "{'kind': 'SIGNED', 'on': '2026', 'for': 'soon'}"))
        .containsExactly("/for date.malformed");
    assertThat(faults(NewEvent.class, "{'kind': 'SIGNED', 'on': '2026', 'forDate': '2026'}"))
        .containsExactly("/forDate field.unknown");
  }

  @Test
  void findsAllFaultsAtOnce() {
    assertThat(
            faults(
                """
                {'type': 'TREATIE', 'colour': 'red', 'title': {}, 'parties': [{'code': 'AZ'},
                 {'code': 'kz', 'shoe': 43}], 'responsibleBody': 'MDDT', 'period': '2026/2022',
                 'binding': 'yes', 'slug': 'Not A Slug',
                 'entryIntoForce': {'general': {'trigger': 'FULL_MOON', 'offset': '90 days'}}}"""))
        .containsExactlyInAnyOrder(
            "/type field.choice",
            "/colour field.unknown",
            "/title title.empty",
            "/parties/1/code party.malformed",
            "/parties/1/shoe field.unknown",
            "/responsibleBody body.malformed",
            "/period date.interval",
            "/binding field.boolean",
            "/slug field.pattern",
            "/entryIntoForce/general/trigger field.choice",
            "/entryIntoForce/general/offset field.pattern");
  }

  @Test
  void findsFaultsOfACaseToOpenWhereverTheyStand() {
    String body =
        SOUND.substring(0, SOUND.length() - 1)
            + """
            , 'subject': 7,
             'milestones': [{'kind': 'MEASURE'}, {'kind': 'PICNIC', 'due': '2026-13'}, 'none'],
             'events': [{'kind': 'SIGNED', 'on': 'yesterday'}, null, {'on': '2026', 'what': 1}]}""";
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Opening.of(tree(body), reading));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_BODY);
    assertThat(told(refusal.faults()))
        .containsExactlyInAnyOrder(
            "/subject field.text",
            "/milestones/1/kind field.choice",
            "/milestones/1/due date.nonexistent",
            "/milestones/2 field.object",
            "/events/0/on date.malformed",
            "/events/1 field.object",
            "/events/2/what field.unknown",
            "/events/2/kind field.required");
  }

  @Test
  void refusesListsOfACaseThatAreNone() {
    String body = SOUND.substring(0, SOUND.length() - 1) + ", 'milestones': {}, 'events': 'none'}";
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Opening.of(tree(body), reading));
    assertThat(told(refusal.faults()))
        .containsExactlyInAnyOrder("/milestones field.array", "/events field.array");
  }

  @Test
  void namesTheChoices() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> reading.read(tree(with("'level': 'LOCAL'")), Description.class));
    assertThat(refusal.faults())
        .extracting(fault -> problems.text(fault.message()))
        .containsExactly("\"LOCAL\" is none of: INTERSTATE, INTERGOVERNMENTAL, INTER_AGENCY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'parties': 'AZ'                                   | /parties field.array",
        "'parties': {'code': 'AZ'}                         | /parties field.array",
        "'parties': ['AZ', 'KZ']                           | /parties/0 field.object, /parties/1 field.object",
        "'parties': [{'code': 'AZ', 'weight': 'a quarter'}] | /parties/0/weight field.number",
        "'parties': [{'code': 'AZ', 'weight': '0.25'}]     | /parties/0/weight field.number",
        "'parties': [{'code': 'AZ', 'weight': 1.5}]        | /parties/0/weight field.most",
        "'parties': [{'code': 'AZ', 'weight': -1}]         | /parties/0/weight field.least",
        "'parties': [{'code': 31}]                         | /parties/0/code field.text",
        "'parties': [{'code': {}}]                         | /parties/0/code field.text",
        "'parties': [{'code': null}]                       | /parties/0/code field.required",
        "'parties': [{}]                                   | /parties/0/code field.required",
        "'parties': [null]                                 | /parties/0 field.required",
        "'parties': []                                     | /parties field.empty",
        "'parties': null                                   | /parties field.empty",
        "'type': null                                      | /type field.required",
        "'type': 3                                         | /type field.choice",
        "'type': ['AGREEMENT']                             | /type field.choice",
        "'type': ''                                        | /type field.choice",
        "'title': 'Agreement'                              | /title field.object",
        "'title': ['Agreement']                            | /title field.object",
        "'title': {'en': {}}                               | /title/en field.text",
        "'title': {'en': 5}                                | /title/en field.text",
        "'title': {'en': ''}                               | /title title.blank",
        "'title': {'en': null}                             | /title title.blank",
        "'title': {'xx': 'Agreement'}                      | /title title.language",
        "'subject': {'a': 1}                               | /subject field.text",
        "'subject': ['a']                                  | /subject field.text",
        "'subject': true                                   | /subject field.text",
        "'binding': 1                                      | /binding field.boolean",
        "'period': 2026                                    | /period field.text",
        "'period': ['2026']                                | /period field.text",
        "'period': ''                                      | /period date.malformed",
        "'entryIntoForce': 'at once'                       | /entryIntoForce field.object",
        "'entryIntoForce': {}                              | /entryIntoForce/general field.required",
        "'entryIntoForce': {'general': {'trigger': 'DEPOSIT', 'count': 0}} | /entryIntoForce/general/count field.least",
        "'entryIntoForce': {'general': {'trigger': 'DEPOSIT', 'count': 1.5}} | /entryIntoForce/general/count field.integer",
        "'authenticLanguages': ['az', 'AZ', null]          | /authenticLanguages/1 field.pattern, /authenticLanguages/2 field.required",
        "'participatingBodies': ['mfa', 'M', 5]            | /participatingBodies/1 body.malformed, /participatingBodies/2 field.text",
        "'sources': [{'outlet': ' ', 'date': '2026-02-30'}] | /sources/0/date date.nonexistent, /sources/0/outlet field.required",
        "'targets': [{'id': 't', 'quantity': 'q', 'observations': [{'value': 'x'}]}] | /targets/0/observations/0/period field.required, /targets/0/observations/0/value field.number",
      })
  void findsTheFaultAtItsPlace(String field, String expected) {
    assertThat(String.join(", ", faults(with(field)))).isEqualTo(expected);
  }

  @Test
  void findsWhatIsMissing() {
    assertThat(faults("{}"))
        .containsExactly(
            "/parties field.empty",
            "/responsibleBody field.required",
            "/title field.required",
            "/type field.required");
  }

  @Test
  void refusesABodyThatIsNoObject() {
    assertThat(List.of("[]", "'text'", "5", "null"))
        .allSatisfy(body -> assertThat(faults(body)).containsExactly(" field.object"));
  }

  /** Each sentence of the catalogue is found and filled. */
  @Test
  void tellsEachFaultInWords() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> reading.read(tree("{'type': 3, 'colour': 1}"), Description.class));
    assertThat(refusal.faults())
        .extracting(fault -> problems.text(fault.message()))
        .contains("is required", "\"colour\" is not a field here")
        .noneMatch(text -> text.contains("{") || text.startsWith("problem."));
  }

  private static String with(String field) {
    String name = field.substring(0, field.indexOf(':'));
    JsonNode sound = tree(SOUND);
    JsonNode other = tree("{" + field + "}");
    String key = name.replace("'", "");
    ((com.fasterxml.jackson.databind.node.ObjectNode) sound).set(key, other.get(key));
    return sound.toString();
  }

  private List<String> faults(String body) {
    return faults(Description.class, body);
  }

  private List<String> faults(Class<?> type, String body) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> reading.read(tree(body), type));
    assertThat(refusal).as(body).isNotNull();
    return told(refusal.faults());
  }

  private static List<String> told(List<Refusal.Fault> faults) {
    return faults.stream().map(each -> each.pointer() + " " + each.message().code()).toList();
  }

  private static JsonNode tree(String text) {
    try {
      return JsonMapper.builder()
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_SINGLE_QUOTES)
          .build()
          .readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
