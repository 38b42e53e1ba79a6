package org.chancery.lifecycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Standing;
import org.chancery.document.Document;
import org.chancery.document.DocumentKind;
import org.chancery.document.Documents;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.process.OpenStep;
import org.chancery.process.Words;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an open step is put before a person, in her language: as a task, and as its form. */
@Component
class Presenting {

  private static final int LAST_EVENTS = 4;

  private final Showing showing;
  private final Fields fields;
  private final Drafts drafts;
  private final Documents documents;
  private final Words words;
  private final Clock clock;

  Presenting(
      Showing showing,
      Fields fields,
      Drafts drafts,
      Documents documents,
      Words words,
      Clock clock) {
    this.showing = showing;
    this.fields = fields;
    this.drafts = drafts;
    this.documents = documents;
    this.words = words;
    this.clock = clock;
  }

  Task task(OpenStep step, CaseFile file, Judgement judgement, Locale locale) {
    Optional<Standing> deadline = showing.deadline(step, file, judgement);
    return new Task(
        step.id(),
        step.reference(),
        file.description().title().in(locale),
        step.step(),
        words.step(step.step(), step.name(), locale),
        step.party(),
        milestone(step, file, locale),
        List.copyOf(new TreeSet<>(step.groups())),
        step.assignee(),
        deadline.map(each -> each.due().edtf()).orElse(null),
        deadline.map(each -> each.due().latest()).orElse(null),
        deadline.map(each -> each.due().zone()).map(ZoneId::getId).orElse(null),
        severity(deadline, judgement),
        fields.of(step, locale));
  }

  TaskSheet sheet(
      OpenStep step, CaseFile file, Judgement judgement, Account reader, Locale locale) {
    return new TaskSheet(
        task(step, file, judgement, locale),
        reader.name(),
        step.place(),
        fields.help(step.step(), locale),
        file,
        showing.deadline(step, file, judgement).map(each -> by(each, judgement)).orElse(null),
        last(file),
        documents.of(file.reference()).stream().filter(Document::isHeld).toList(),
        languages(file),
        scanKind(Step.withId(step.step()).orElse(Step.CLARIFY_STAGE)),
        drafts.of(step.place(), reader));
  }

  private TaskSheet.By by(Standing standing, Judgement judgement) {
    return new TaskSheet.By(
        judgement.file().milestone(standing.milestone()).orElseThrow(),
        standing,
        judgement.findingsOn(standing.milestone()).findFirst().orElse(null),
        newestFirst(judgement.file().decisionsOn(standing.milestone()).toList()),
        daysLeft(standing.due()));
  }

  private @Nullable Integer daysLeft(Due due) {
    LocalDate today = clock.instant().atZone(due.zone()).toLocalDate();
    return due.latest() == null || due.latest().isBefore(today)
        ? null
        : Math.toIntExact(ChronoUnit.DAYS.between(today, due.latest()));
  }

  private static List<Event> last(CaseFile file) {
    List<Event> events = newestFirst(file.standing());
    return events.subList(0, Math.min(LAST_EVENTS, events.size()));
  }

  private static <T> List<T> newestFirst(List<T> oldestFirst) {
    List<T> turned = new ArrayList<>(oldestFirst);
    Collections.reverse(turned);
    return turned;
  }

  private static List<String> languages(CaseFile file) {
    Stream<String> authentic = file.description().authentic().stream();
    Stream<String> spoken = Locales.SPOKEN.stream().map(Locale::getLanguage);
    return Stream.concat(authentic, spoken).distinct().toList();
  }

  /** What the scan of a step is of, if the reader says nothing else. */
  static DocumentKind scanKind(Step step) {
    return switch (step) {
      case DRAFT, RECONCILE -> DocumentKind.DRAFT;
      case INITIAL -> DocumentKind.INITIALLED;
      case SIGN -> DocumentKind.SIGNED;
      default -> step.asks(Ask.NOTE) ? DocumentKind.NOTE : DocumentKind.ACT;
    };
  }

  private static Severity severity(Optional<Standing> deadline, Judgement judgement) {
    return deadline.stream()
        .flatMap(each -> judgement.findingsOn(each.milestone()))
        .map(Finding::severity)
        .findFirst()
        .orElse(Severity.INFO);
  }

  private @Nullable String milestone(OpenStep step, CaseFile file, Locale locale) {
    return Optional.ofNullable(step.milestone())
        .flatMap(file::milestone)
        .map(milestone -> words.milestone(milestone, locale))
        .orElse(null);
  }
}
