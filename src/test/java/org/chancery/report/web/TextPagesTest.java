package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.chancery.document.FileFixture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The texts on the page of a case, as a plain browser without scripts sees them. */
@ChanceryTest
class TextPagesTest {

  private static final byte[] TEXT = bytes("Maddə 1\nMüddət 30 gündür.\n");

  @LocalServerPort int port;

  @Test
  void aClerkPutsInATextAndEverybodySeesIt() {
    String path = opened();
    assertThat(clerk().get(path).body())
        .contains("Missing before it can be signed", "authentic languages: Azerbaijani", "Annex 1");
    HttpResponse<String> page = put(path, "/language", "az", "/remark", "For the other side");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("The text is kept.", "a.txt", "For the other side", "Digital Development")
        .contains("/api" + path + "/documents/1/versions/1/content")
        .doesNotContain("authentic languages: Azerbaijani");
    assertThat(put(path, "/language", "az").body()).contains("That very text is here already");
  }

  @Test
  void whatIsWrongIsSaidAndNothingTypedIsLost() {
    String path = opened();
    HttpResponse<String> page =
        clerk().upload(path, path + "/documents", "", new byte[0], "/remark", "My words");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("My words", "choose a file", "is required");
    HttpResponse<String> macros =
        clerk()
            .upload(
                path,
                path + "/documents",
                "a.docx",
                FileFixture.withMacros(),
                "/language",
                "az",
                "/remark",
                "My words");
    assertThat(macros.statusCode()).isEqualTo(422);
    assertThat(macros.body()).contains("The file holds macros", "My words");
  }

  @Test
  void aFileThatIsTooLargeGetsASentence() {
    String path = opened();
    HttpResponse<String> page =
        clerk().upload(path, path + "/documents", "a.txt", new byte[27 << 20], "/language", "az");
    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("Make it smaller, or split it");
  }

  @Test
  void whatCannotBeTakenApartIsRefusedInASentence() {
    String path = opened();
    HttpResponse<String> page =
        clerk().upload(path, path + "/documents", "a.txt\"; junk; x=\"", TEXT, "/language", "az");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("This cannot be answered", "cannot be taken apart")
        .doesNotContain("Exception");
  }

  @Test
  void twoVersionsStandSideBySide() {
    String path = opened();
    put(path, "/language", "az");
    String revise = path + "/documents/1/versions";
    HttpResponse<String> page =
        clerk().upload(path, revise, "b.docx", FileFixture.docx("Maddə 1", "Müddət 90 gündür."));
    assertThat(page.body()).contains("The text is kept.", "version 2", "compare with version 1");
    assertThat(clerk().get(path + "/documents/1/compare?from=1&to=2").body())
        .contains("One paragraph differs.", "<del>30 </del>", "<ins>90 </ins>", "dir=\"ltr\"");
  }

  @Test
  void anArabicTextRunsFromTheRight() {
    String path = opened();
    put(path, "/language", "ar");
    clerk().upload(path, path + "/documents/1/versions", "b.txt", bytes("المادة ١"));
    HttpResponse<String> page = clerk().get(path + "/documents/1/compare?from=1&to=2", "ar");
    assertThat(page.body()).containsPattern("<table class=\"sides\" dir=\"rtl\"");
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    String path = opened();
    put(path, "/language", "az");
    byte[] png = new byte[64];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, png, 0, 8);
    clerk().upload(path, path + "/documents/1/versions", "b.png", png);
    assertThat(clerk().get(path + "/documents/1/compare?from=1&to=2").body())
        .contains("is a picture, and no words can be read out of it")
        .doesNotContain("<table class=\"sides\"");
    assertThat(clerk().get(path + "/documents/1/compare?from=1&to=3").statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayNotPutInATextGetsNoForm() {
    String path = opened();
    assertThat(Guest.at(port, "lawyer").get(path).body()).doesNotContain("Put in a text");
  }

  private HttpResponse<String> put(String path, String... fields) {
    return clerk().upload(path, path + "/documents", "a.txt", TEXT, fields);
  }

  private Guest clerk() {
    return Guest.at(port, "mddtClerk");
  }

  private String opened() {
    Caller.Answer opened =
        Caller.at(port, "mddtClerk")
            .post(
                "/api/instruments",
                """
                {'type': 'AGREEMENT', 'title': {'en': 'With texts'}, 'responsibleBody': 'mddt',
                 'authenticLanguages': ['az', 'ar'],
                 'attachments': [{'name': 'Annex 1', 'kind': 'ANNEX'}],
                 'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    return "/instruments/" + opened.body().path("reference").asText();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
