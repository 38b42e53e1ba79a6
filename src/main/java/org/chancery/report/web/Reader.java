package org.chancery.report.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.calendar.SpokenDate;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.Zones;
import org.chancery.document.Holder;
import org.chancery.instrument.Basis;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Organisations;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Title;
import org.chancery.process.Processes;
import org.chancery.web.Locales;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How things are called in the language of whoever reads the page; the templates ask it. */
@Component("reader")
public class Reader {

  private static final Pattern CODES = Pattern.compile("[A-Z_]+( / [A-Z_]+)*");

  private static final List<String> UNITS = List.of("KB", "MB", "GB");

  private final MessageSource messages;
  private final Accounts accounts;
  private final Bodies bodies;
  private final Organisations organisations;
  private final Zones zones;
  private final SpokenDate dates;
  private final PartyCode home;

  Reader(
      MessageSource messages,
      Accounts accounts,
      Bodies bodies,
      Organisations organisations,
      Zones zones,
      SpokenDate dates,
      @Value("${chancery.home}") String home) {
    this.messages = messages;
    this.accounts = accounts;
    this.bodies = bodies;
    this.organisations = organisations;
    this.zones = zones;
    this.dates = dates;
    this.home = new PartyCode(home);
  }

  /** Her language. */
  public Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /** The sentence, with words for the codes in it, and its days as one writes them. */
  public String text(Message message) {
    Message whole = said(message);
    return messages.getMessage(
        Locales.isRightToLeft(locale()) ? whole.isolated() : whole, locale());
  }

  /** The text of the catalogue under the key, with these in its places. */
  public String said(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  private Message said(Message message) {
    return new Message(message.code(), message.arguments().stream().map(this::said).toList());
  }

  private Object said(Object argument) {
    if (argument instanceof Message part) {
      return said(part);
    }
    if (argument instanceof BodyCode body) {
      return body(body);
    }
    if (argument instanceof PartyCode party) {
      return party(party);
    }
    if (argument instanceof String text && SpokenDate.isDay(text)) {
      return day(LocalDate.parse(text));
    }
    boolean codes = argument instanceof EventKind || CODES.matcher(argument.toString()).matches();
    return codes
        ? Arrays.stream(argument.toString().split(" / "))
            .map(code -> word("event", code))
            .collect(Collectors.joining(" / "))
        : argument;
  }

  /** The word for a code, such as {@code word("stage", SIGNED)}; the code where there is none. */
  public String word(String kind, Object code) {
    // Not as the message that stands in for one: what a user wrote is no pattern to be filled.
    String word = messages.getMessage("word." + kind + "." + code, null, null, locale());
    return word == null ? code.toString() : word;
  }

  /** What something rests on; that it is not stated, where it is not. */
  public String basis(@Nullable Basis basis) {
    return basis == null ? text(Message.of("page.notStated")) : word("basis", basis);
  }

  /** The day, as one writes it. */
  public String day(LocalDate day) {
    return SpokenDate.of(day, locale());
  }

  /** The month of the day, as one writes it. */
  public String month(LocalDate day) {
    return SpokenDate.month(day, locale());
  }

  /** The day of the instant, in this house's zone. */
  public String day(Instant instant) {
    return day(instant.atZone(zones.home()).toLocalDate());
  }

  /** The minute, on this house's clock. */
  public String minute(Instant instant) {
    return SpokenDate.of(instant.atZone(zones.home()).toLocalDateTime(), locale());
  }

  /** The date as it was stated, no more precise than its source: a day, a month, by a day … */
  public String date(StatedDate stated) {
    return dates.of(stated, locale());
  }

  /** The number, with all its decimals. */
  public String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /** The number of things. */
  public String count(long things) {
    return NumberFormat.getIntegerInstance(locale()).format(things);
  }

  /** The size of a file, such as {@code 1.2 MB}. */
  public String size(long bytes) {
    int unit = bytes < 1 << 20 ? 0 : bytes < 1 << 30 ? 1 : 2;
    BigDecimal of = BigDecimal.valueOf(1L << (10 * (unit + 1)));
    BigDecimal size = BigDecimal.valueOf(bytes).divide(of, 1, RoundingMode.UP);
    return number(size.stripTrailingZeros()) + " " + UNITS.get(unit);
  }

  /** The name of the body, or of another group that does steps. */
  public String body(BodyCode code) {
    return bodies.find(code).map(body -> body.nameIn(locale())).orElseGet(() -> group(code));
  }

  /** Who has an original: the name of the body or the registry, else as it was written. */
  public String holder(Holder holder) {
    return holder.body() == null ? String.valueOf(holder.outside()) : body(holder.body());
  }

  /** The name of the group that does a step: a body, its managers, or a role. */
  public String group(String code) {
    return bodies.all().stream()
        .filter(body -> Processes.managersOf(body.code()).equals(code))
        .findFirst()
        .map(body -> text(Message.of("tasklist.managers", body.nameIn(locale()))))
        .orElseGet(() -> body(new BodyCode(code)));
  }

  private String group(BodyCode code) {
    return word("role", code.value().toUpperCase(Locale.ROOT));
  }

  /** The name of whoever has the account. */
  public String person(String account) {
    return accounts.find(account).map(Account::displayName).orElse(account);
  }

  /** The name of the State or organisation. */
  public String party(PartyCode code) {
    return organisations.nameOf(code, locale());
  }

  /** The name of the State or organisation with the code. */
  public String party(String code) {
    return party(new PartyCode(code));
  }

  /** Whether it is the State whose house this is. */
  public boolean isHome(PartyCode code) {
    return code.equals(home);
  }

  /** The title in her language, else in the next best. */
  public String title(Title title) {
    return title.in(locale());
  }

  /** The language of {@link #title}. */
  public String languageOf(Title title) {
    return title.languageIn(locale());
  }

  /** The name of a language in her language. */
  public String language(String code) {
    return capital(Locale.forLanguageTag(code).getDisplayLanguage(locale()), locale());
  }

  private static String capital(String name, Locale language) {
    return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  /** The name of what a fact is of: an event, a milestone, or something of the case itself. */
  public String fact(String kind) {
    return java.util.stream.Stream.of("event", "milestone", "fact")
        .filter(
            each -> messages.getMessage("word." + each + "." + kind, null, null, locale()) != null)
        .map(each -> word(each, kind))
        .findFirst()
        .orElse(kind);
  }

  /**
   * The label of the form's field at the pointer, whichever row it is in.
   *
   * @param form the form, where it has a label of its own for it; null for any
   */
  public String field(String pointer, @Nullable String form) {
    String name = pointer.replaceAll("/\\d+", "").replace('/', '.');
    return wordOr(wordOr(pointer, "page.field" + name), "page.field." + form + name);
  }

  /**
   * What a step of a process, or a process, is called; its name in the model where there is no word
   * for it.
   */
  public String step(String id, String name) {
    return wordOr(wordOr(name, "word.process." + id), "word.step." + id);
  }

  /** What the catalogue has under the key, else this as it is: it may hold what somebody wrote. */
  private String wordOr(String otherwise, String key) {
    return Objects.requireNonNullElse(messages.getMessage(key, null, null, locale()), otherwise);
  }
}
