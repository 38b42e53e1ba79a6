package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.chancery.Browser;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which the registrar takes the whole register out. */
@ChanceryTest
class ArchivePagesTest {

  @LocalServerPort int port;

  @Test
  void theRegistrarFindsItAndDownloadsTheArchive() throws IOException {
    Guest registrar = Guest.at(port, "registrar");
    assertThat(registrar.get("/").body()).contains("href=\"/archive\"");
    assertThat(registrar.get("/archive").body()).contains("Download the archive", "Cases: ");
    HttpResponse<byte[]> archive = registrar.download("/archive", "/archive");
    assertThat(archive.statusCode()).isEqualTo(200);
    assertThat(archive.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(archive.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"chancery-2026-11-21.zip\"");
    assertThat(entries(archive.body())).contains("instrument.jsonl").endsWith("manifest.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mfaManager", "lawyer", "admin", "operator", "mddtClerk", "service"})
  void nobodyElseMay(String account) {
    Guest guest = Guest.at(port, account);
    assertThat(guest.get("/").body()).doesNotContain("/archive");
    assertThat(guest.get("/archive").statusCode()).isEqualTo(403);
    HttpResponse<String> refused = guest.submit("/", "/archive");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Only the registrar");
  }

  @Test
  void itIsSaidInEachLanguage() {
    Guest registrar = Guest.at(port, "registrar");
    for (String language : List.of("az", "kk", "ru", "tr", "uz", "ar")) {
      assertThat(registrar.get("/archive?lang=" + language).body())
          .as(language)
          .contains("lang=\"" + language + "\"")
          .doesNotContain("??", "Download the archive");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 1280", "ar, 1280", "az, 360", "ar, 360"})
  void itReadsWellInABrowser(String language, int width) {
    try (Browser browser = Browser.start();
        BrowserContext window = browser.window(width)) {
      Page page = window.newPage();
      page.navigate("http://localhost:" + port + "/login?lang=" + language);
      page.locator("input[name=username]").fill("registrar");
      page.locator("input[name=password]").fill("demo");
      page.locator("main button[type=submit]").click();
      page.locator("a[href='/archive']").click();
      Object tooWide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertThat(((Number) tooWide).intValue()).isNotPositive();
      assertThat(
              new AxeBuilder(page)
                  .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                  .analyze()
                  .getViolations())
          .isEmpty();
      Download archive = page.waitForDownload(() -> page.locator("main form button").click());
      assertThat(archive.suggestedFilename()).isEqualTo("chancery-2026-11-21.zip");
      assertThat(archive.failure()).isNull();
    }
  }

  private static List<String> entries(byte[] archive) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
