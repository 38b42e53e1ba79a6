package org.chancery.notice;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * What the configuration says of notices.
 *
 * @param address where people reach this house, without a slash at its end; empty: not told
 * @param home the State whose house this is
 * @param notices of mail
 * @param webhooks of the calls of other systems
 * @param journal of the journals
 */
@ConfigurationProperties("chancery")
record NoticeSettings(
    @Nullable String address,
    String home,
    @Nullable Mail notices,
    @Nullable List<Hook> webhooks,
    @Nullable Journal journal) {

  private static final Pattern SLASHES = Pattern.compile("/+$");

  /** Fills in what is not told. */
  NoticeSettings {
    address = address == null ? "" : SLASHES.matcher(address.strip()).replaceAll("");
    notices = notices == null ? new Mail(null) : notices;
    webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
  }

  /** The address of the page with the path; null where the house has not told where it is. */
  @Nullable String page(String path) {
    return address == null || address.isEmpty() ? null : address + path;
  }

  /** The webhooks. */
  List<Hook> hooks() {
    return webhooks == null ? List.of() : webhooks;
  }

  /** The address that mails come from; empty: not told. */
  String from() {
    return notices == null || notices.from() == null ? "" : notices.from().strip();
  }

  /** The addresses that the roots of the journals are mailed to. */
  List<String> rootsTo() {
    return journal == null || journal.mail() == null
        ? List.of()
        : journal.mail().stream()
            .map(String::strip)
            .filter(to -> !to.isEmpty())
            .distinct()
            .toList();
  }

  /**
   * Of mail.
   *
   * @param from the address that mails come from
   */
  record Mail(@Nullable String from) {}

  /**
   * Of the journals.
   *
   * @param mail the addresses that their roots are mailed to
   */
  record Journal(@Nullable List<String> mail) {}

  /** Reads it. */
  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(NoticeSettings.class)
  static class Reading {}
}
