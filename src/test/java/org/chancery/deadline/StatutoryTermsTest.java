package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.chancery.access.BodyCode;
import org.chancery.instrument.Basis;
import org.junit.jupiter.api.Test;

class StatutoryTermsTest {

  private static final String HEADER =
      "id,jurisdiction,types,levels,consents,clauses,binding,milestone,body,trigger,whose,unless,"
          + "count,unit,direction,first_day,month_end,not_before,basis,citation,binds_from,"
          + "valid_from,valid_to,note\n";
  private static final String ROW =
      "lodging,HOUSE,TREATY,,,,,LODGING,mfa,LAST SIGNED,ANY,,15,CALENDAR_DAYS,AFTER,NOT_COUNTED,,,"
          + "POLICY,policy of the house,FIRST_START,,,\n";

  @Test
  void theShippedLawIsLawAndTheHousesOwnIsPolicy() {
    StatutoryTerms shipped = StatutoryTerms.read(A.LAW, StatutoryTermsTest::isBody);
    assertThat(shipped.rows())
        .allSatisfy(
            row ->
                assertThat(row.basis())
                    .isEqualTo(
                        row.jurisdiction().equals(StatutoryTerm.HOUSE) ? Basis.POLICY : Basis.LAW));
    assertThat(shipped.rows())
        .extracting(StatutoryTerm::jurisdiction)
        .contains("KZ", "TR", "VCLT", "UN", "HOUSE")
        .doesNotContain("AZ", "UZ");
  }

  @Test
  void theLawOfTreatiesBindsAlwaysAndTheRestFromTheFirstStartOn() {
    assertThat(StatutoryTerms.read(A.LAW, StatutoryTermsTest::isBody).rows())
        .allSatisfy(
            row ->
                assertThat(row.bindsFromFirstStart())
                    .isEqualTo(
                        !row.jurisdiction().equals("VCLT") && !row.jurisdiction().equals("UN")));
  }

  @Test
  void aMalformedCellStopsTheStartWithLineColumnAndReason() {
    refuses("TREATY", "TREATIES", "line 2, column types", "\"TREATIES\"", "is none of: TREATY");
    refuses("HOUSE", "House", "line 2, column jurisdiction");
    refuses(",15,", ",fifteen,", "line 2, column count");
    refuses(",15,", ",-1,", "line 2, column count", "not between");
    refuses(",15,", ",,", "line 2, column count", "empty where a deadline follows");
    refuses("CALENDAR_DAYS", "DAYS", "line 2, column unit", "WORKING_DAYS");
    refuses("AFTER", "LATER", "line 2, column direction");
    refuses("NOT_COUNTED", "NO", "line 2, column first_day");
    refuses("LAST SIGNED", "LAST", "line 2, column trigger", "names no kind of event");
    refuses("LAST SIGNED", "ENTRY_INTO_FORCE SIGNED", "column trigger", "takes no kind of event");
    refuses("POLICY", "STATED", "line 2, column basis", "neither LAW nor POLICY");
    refuses("mfa", "mof", "line 2, column body", "no body of this house");
    refuses("FIRST_START", "first", "line 2, column binds_from");
    refuses("policy of the house", "", "line 2, column citation", "empty");
    refuses("FIRST_START,,", "FIRST_START,2026-02-01,2026-01-01", "column valid_to");
    refuses("15,CALENDAR_DAYS,AFTER,NOT_", "0,CALENDAR_DAYS,AFTER,", "line 2, column count");
  }

  @Test
  void rowsOfOneTermMayNotHoldOnTheSameDay() {
    String until = ROW.replace("FIRST_START,,,", "FIRST_START,,2026-06-30,");
    String from = ROW.replace("FIRST_START,,,", "FIRST_START,2026-07-01,,");
    assertThat(read(HEADER + until + from).versions("lodging")).hasSize(2);
    assertThatIllegalStateException()
        .isThrownBy(() -> read(HEADER + until + ROW))
        .withMessageContainingAll("line 3, column id", "same days");
  }

  @Test
  void theColumnsMustBeThese() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("id,count\nlodging,15\n"))
        .withMessageContaining("its columns are");
  }

  private static void refuses(String cell, String wrong, String... reasons) {
    String text = HEADER + ROW.replaceFirst(java.util.regex.Pattern.quote(cell), wrong);
    assertThatIllegalStateException()
        .isThrownBy(() -> read(text))
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(reasons));
  }

  private static StatutoryTerms read(String text) {
    return StatutoryTerms.read(A.table(text), StatutoryTermsTest::isBody);
  }

  private static boolean isBody(BodyCode code) {
    return code.value().equals("mfa");
  }
}
