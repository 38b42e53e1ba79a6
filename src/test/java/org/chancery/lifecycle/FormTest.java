package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.Deadlines;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.process.OpenStep;
import org.chancery.web.Locales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.AbstractCachingViewResolver;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The form of every step, in every language: each is the same description, rendered. */
@ChanceryTest
class FormTest {

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Cables', 'az': 'Kabellər', 'ar': 'الكابلات'},
       'responsibleBody': 'mddt', 'consent': 'RATIFICATION', 'authenticLanguages': ['kk'],
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '../2026-12-31', 'basis': 'POLICY'}],
       'events': [{'kind': 'DRAFTED', 'on': '2026-10-02'}]}""";

  /** What is the same in every language: numbers and marks. */
  private static final Pattern NEUTRAL = Pattern.compile("[\\d\\p{Punct}\\s·–…]*");

  private static final Set<String> SAID_BY_ITS_LABEL = Set.of("answer", "remark", "reason");

  @Autowired private Desk desk;
  @Autowired private Instruments instruments;
  @Autowired private Deadlines deadlines;
  @Autowired private Accounts accounts;
  @Autowired private Presenting presenting;
  @Autowired private ThymeleafViewResolver views;
  private CaseFile file;
  private Account clerk;

  @BeforeEach
  void open() {
    Reference reference = desk.open("mddtClerk", CASE);
    file = instruments.known(reference);
    clerk = accounts.find("mddtClerk").orElseThrow();
  }

  @AfterEach
  void speakEnglishAgain() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @EnumSource
  void asksWhatTheStepAsksAndSaysWhatMustBeFilledIn(Step step) {
    TaskSheet sheet = sheet(step, Locale.ENGLISH);
    String html = html(sheet, Locale.ENGLISH);
    assertThat(sheet.task().fields()).isNotEmpty();
    for (Task.Field field : sheet.task().fields()) {
      String part = part(html, field);
      assertThat(part)
          .contains(escaped(field.label()), "id=\"step-" + field.name() + "\"", "-fault\"");
      assertThat(part.contains("hidden=\"hidden\""))
          .as("%s must be filled in", field.name())
          .isNotEqualTo(field.required());
      assertThat(part.contains("for=\"step-" + field.name() + "\"")).as(part).isTrue();
      assertThat(field.help() == null).isEqualTo(SAID_BY_ITS_LABEL.contains(field.name()));
      if (field.help() != null) {
        assertThat(part).contains("id=\"step-" + field.name() + "-help\"", "-help ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DECIDE_OVERDUE", "DECIDE_ESCALATED"})
  void asksForADecisionAndNotForWhatHappened(Step step) {
    for (Locale locale : Locales.SPOKEN) {
      List<String> labels = labels(step, locale);
      assertThat(labels).doesNotContainAnyElementsOf(labels(Step.CLEAR, locale));
    }
    assertThat(labels(step, Locale.ENGLISH)).containsExactly("Your decision", "Reason");
  }

  private List<String> labels(Step step, Locale locale) {
    return sheet(step, locale).task().fields().stream()
        .filter(field -> Set.of("answer", "reason").contains(field.name()))
        .map(Task.Field::label)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void speaksOneLanguageAndNoOther(Step step) {
    Set<String> english = texts(html(sheet(step, Locale.ENGLISH), Locale.ENGLISH));
    for (Locale locale : Locales.SPOKEN) {
      TaskSheet sheet = sheet(step, locale);
      String html = html(sheet, locale);
      String direction = Locales.isRightToLeft(locale) ? "rtl" : "ltr";
      assertThat(html)
          .contains("lang=\"" + locale.getLanguage() + "\"", "dir=\"" + direction + "\"")
          .contains(escaped(sheet.help()))
          .doesNotContain("??");
      assertThat(sheet.help()).isNotBlank();
      if (!locale.equals(Locale.ENGLISH)) {
        Set<String> alike = new TreeSet<>(texts(html));
        alike.retainAll(english);
        assertThat(alike).allMatch(text -> NEUTRAL.matcher(text).matches() || isData(text));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsTheCaseItsDeadlineAndWhatHappened(Step step) {
    String html = html(sheet(step, Locale.ENGLISH), Locale.ENGLISH);
    assertThat(html)
        .contains("Cables", file.reference().value(), "/instruments/" + file.reference())
        .contains("Azerbaijan", "Kazakhstan")
        .contains("Drafted", "2 Oct 2026", clerk.displayName());
    if (step == Step.CARRY_OUT_MEASURE) {
      assertThat(html).contains("31 Dec 2026", "Days left: 40", "policy of the house");
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsWhatTheReaderHasTypedAndNothingElse(Step step) {
    String typed = "31.12.26 \"or so\" <b>";
    OpenStep open = open(step);
    TaskSheet sheet =
        sheet(open, Locale.ENGLISH, Map.of("remark", typed, "on", typed, "reason", typed));
    String html = html(sheet, Locale.ENGLISH);
    assertThat(html).contains("31.12.26 &quot;or so&quot; &lt;b&gt;").doesNotContain("so\" <b>");
  }

  private TaskSheet sheet(Step step, Locale locale) {
    return sheet(open(step), locale, Map.of());
  }

  private TaskSheet sheet(OpenStep open, Locale locale, Map<String, String> typed) {
    TaskSheet sheet =
        desk.as(
            clerk.name(), () -> presenting.sheet(open, file, deadlines.judge(file), clerk, locale));
    return new TaskSheet(
        sheet.task(),
        sheet.reader(),
        sheet.place(),
        sheet.help(),
        sheet.file(),
        sheet.deadline(),
        sheet.before(),
        sheet.texts(),
        sheet.languages(),
        sheet.scanKind(),
        typed);
  }

  private OpenStep open(Step step) {
    return new OpenStep(
        "00000000-0000-0000-0000-000000000000",
        file.reference(),
        "agreement",
        step.id(),
        step.name(),
        step == Step.COMPLETE_CONSENT ? "AZ" : null,
        null,
        1,
        Set.of("mddt"),
        null,
        null,
        10,
        Instant.EPOCH);
  }

  private String html(TaskSheet sheet, Locale locale) {
    LocaleContextHolder.setLocale(locale);
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addPreferredLocale(locale);
    MockHttpServletResponse response = new MockHttpServletResponse();
    Map<String, Object> model =
        Map.of("sheet", sheet, "_csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "t"));
    try {
      View view = ((AbstractCachingViewResolver) views).resolveViewName("step :: sheet", locale);
      view.render(model, request, response);
      return response.getContentAsString();
    } catch (Exception failed) {
      throw new AssertionError(sheet.task().step(), failed);
    }
  }

  private static String part(String html, Task.Field field) {
    return Arrays.stream(html.split("<div class=\"field\""))
        .filter(part -> part.contains("data-field=\"" + field.name() + "\""))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + field.name()));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  /** What a person reads, and what is read to her. */
  private static Set<String> texts(String html) {
    Stream<String> shown = Arrays.stream(html.split("<[^>]*>"));
    Stream<String> told =
        Pattern.compile("(?:title|aria-label)=\"([^\"]*)\"")
            .matcher(html)
            .results()
            .map(found -> found.group(1));
    return Stream.concat(shown, told)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isData(String text) {
    return List.of(file.reference().value(), clerk.displayName(), "Cables").contains(text);
  }
}
