package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The search as a plain browser sees it. */
@ChanceryTest
class SearchPagesTest {

  @LocalServerPort int port;

  @Test
  void marksWhatWasMistypedInTheReadersLanguage() {
    Guest manager = Guest.at(port, "mfaManager");
    assertThat(found(manager, "xezer optkik", "az"))
        .contains(
            "<mark>Xəzər</mark>",
            "<mark>optik</mark>",
            "bir hərf fərqlidir",
            "value=\"xezer optkik\"");
    assertThat(found(manager, "caspian fibre", "en"))
        .contains("<mark>Caspian</mark>", "Cases found: ")
        .doesNotContain("one letter differs");
  }

  @Test
  void showsTheTitleThatHasTheWords() {
    String page = found(Guest.at(port, "mfaManager"), "وثيقة النقل", "en");
    assertThat(page).contains("<mark>وثيقة</mark>", "<mark>النقل</mark>", "lang=\"ar\"");
    assertThat(page).contains("in the field of transport");
  }

  @Test
  void marksAPartyByItsNameInAnyLanguage() {
    assertThat(found(Guest.at(port, "mfaManager"), "казахстан", "en"))
        .contains("<mark>Kazakhstan</mark>", "Cases found: ");
  }

  @Test
  void helpsWhoFoundNothing() {
    String page = found(Guest.at(port, "mfaManager"), "caspian xyzzyx", "en");
    assertThat(page)
        .contains("No case that you may see has all of these words", "href=\"/search?q=caspian\"")
        .contains("in no case that you may see");
    assertThat(found(Guest.at(port, "mfaManager"), "?!", "en")).contains("no word in it");
  }

  @Test
  void saysNothingOfCasesOfOthers() {
    Caller.at(port, "cultureClerk")
        .post(
            "/api/instruments",
            """
            {'type': 'UNDERTAKING', 'title': {'en': 'Zygomorphic garden'},
             'responsibleBody': 'culture', 'parties': [{'code': 'AZ'}]}""");
    assertThat(found(Guest.at(port, "cultureClerk"), "zygomorphic gardem", "en"))
        .contains("<mark>Zygomorphic</mark> <mark>garden</mark>");
    assertThat(found(Guest.at(port, "healthClerk"), "zygomorphic", "en"))
        .contains("No case that you may see")
        .doesNotContain("garden");
  }

  @Test
  void refusesWhatIsTooLong() {
    String words = "x".repeat(1001);
    assertThat(Guest.at(port, "mfaClerk").get("/search?q=" + words).statusCode()).isEqualTo(400);
    Caller.Answer answer = Caller.at(port, "mfaClerk").get("/api/instruments?q=" + words);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/detail").asText()).contains("at most 1,000 characters");
    assertThat(Guest.at(port, "mfaClerk").get("/search?q=a&after=zzz").statusCode()).isEqualTo(400);
  }

  @Test
  void listsTheSameCasesOverRest() {
    Caller.Answer answer =
        Caller.at(port, "mfaClerk")
            .get("/api/instruments?limit=1&q=" + encoded("nəqliyat sahsində sənəd"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/items/0/title/en").asText()).contains("field of transport");
  }

  private static String found(Guest guest, String words, String language) {
    HttpResponse<String> page = guest.get("/search?q=" + encoded(words), language);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
