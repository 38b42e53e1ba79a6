package org.chancery.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Contacts;
import org.chancery.notice.Frequency;
import org.chancery.notice.Kind;
import org.chancery.notice.Preferences;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person's own page, as a plain browser sees it. */
@ChanceryTest
class OwnPageTest {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Contacts contacts;
  @Autowired Preferences preferences;

  @Test
  void herNameAtTheHeadOfEachPageLeadsThere() {
    assertThat(guest("cultureClerk").get("/instruments").body()).contains("href=\"/me\"");
    assertThat(Guest.unknownAt(port).get("/me").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void whatSheChoosesIsKept() {
    HttpResponse<String> page =
        guest("cultureDeputy")
            .submit(
                "/me",
                "/me",
                "email",
                " deputy@culture.example ",
                "language",
                "",
                "digest",
                "WEEKLY",
                "wanted",
                "REQUEST");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Saved.", "value=\"deputy@culture.example\"");
    Account deputy = accounts.find("cultureDeputy").orElseThrow();
    assertThat(contacts.of(deputy).email()).isEqualTo("deputy@culture.example");
    assertThat(preferences.of(deputy).digest()).isEqualTo(Frequency.WEEKLY);
    assertThat(preferences.of(deputy).wants(Kind.REQUEST)).isTrue();
    assertThat(preferences.of(deputy).wants(Kind.REMINDER)).isFalse();
  }

  @Test
  void anAddressThatIsNoneIsRefusedAndNothingTypedIsLost() {
    HttpResponse<String> page =
        guest("cultureManager")
            .submit("/me", "/me", "email", "nobody", "language", "", "digest", "NEVER");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("is no e-mail address", "value=\"nobody\"");
    assertThat(contacts.of(accounts.find("cultureManager").orElseThrow()).email()).isNull();
  }

  @Test
  void theLanguageSheHasChosenComesBeforeHerBrowsersAndAfterTheOneSheAsksFor() {
    guest("ecologyClerk").submit("/me", "/me", "email", "", "language", "ru", "digest", "DAILY");
    Guest another = guest("ecologyClerk");
    assertThat(another.get("/me", "az").body()).contains("lang=\"ru\"", "Мои настройки");
    assertThat(another.get("/me?lang=tr", "az").body()).contains("Ayarlarım");
    assertThat(another.get("/me", "az").body()).contains("Ayarlarım");
    Caller program = Caller.at(port, "ecologyClerk");
    assertThat(
            program
                .get("/api/instruments/none", "Accept-Language", "az")
                .body()
                .path("detail")
                .asText())
        .doesNotContainPattern("[а-яА-Я]");
  }

  private Guest guest(String account) {
    return Guest.at(port, account);
  }
}
