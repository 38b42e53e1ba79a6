package org.chancery.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.process.OpenStep;
import org.chancery.process.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The form of a task, field by field, in the reader's language. It follows from the {@link Step}
 * and its {@link Choice}s alone; a step whose words differ from the others' has its own.
 */
@Component
class Fields {

  private final Answering answering;
  private final Words words;
  private final MessageSource messages;

  Fields(Answering answering, Words words, MessageSource messages) {
    this.answering = answering;
    this.words = words;
    this.messages = messages;
  }

  /** What is to be filled in at the step, in order; nothing for a step unknown to this version. */
  List<Task.Field> of(OpenStep open, Locale locale) {
    return Step.withId(open.step()).map(step -> of(step, open, locale)).orElse(List.of());
  }

  private List<Task.Field> of(Step step, OpenStep open, Locale locale) {
    return of(step, answering.choices(step, open), locale);
  }

  /** What is to be filled in at a step that takes these answers. */
  List<Task.Field> of(Step step, List<Choice> choices, Locale locale) {
    return Arrays.stream(Ask.values())
        .filter(ask -> isAsked(ask, step, choices))
        .map(ask -> field(ask, step, choices, locale))
        .toList();
  }

  /** What is done at the step; nothing for a step unknown to this version. */
  String help(String step, Locale locale) {
    return said("hint." + step, locale).orElse("");
  }

  private static boolean isAsked(Ask ask, Step step, List<Choice> choices) {
    return switch (ask) {
      case ANSWER -> choices.size() > 1;
      case ON -> choices.stream().anyMatch(choice -> choice.required().contains(Ask.ON));
      default -> step.asks(ask);
    };
  }

  private Task.Field field(Ask ask, Step step, List<Choice> choices, Locale locale) {
    List<String> neededFor =
        choices.stream().filter(each -> each.required().contains(ask)).map(Choice::code).toList();
    boolean required = ask == Ask.ANSWER || neededFor.size() == choices.size();
    return new Task.Field(
        ask.field(),
        ask.type(),
        required,
        required ? List.of() : neededFor,
        ask == Ask.ANSWER ? options(step, choices, locale) : null,
        words.field(step.id(), ask.field(), locale),
        help(step, ask, locale).orElse(null));
  }

  private List<Task.Option> options(Step step, List<Choice> choices, Locale locale) {
    return choices.stream()
        .map(choice -> new Task.Option(choice.code(), label(step, choice, locale)))
        .toList();
  }

  /** What an answer is called: by its step where that has a word of its own, else by its event. */
  private String label(Step step, Choice choice, Locale locale) {
    return said("answer." + step.id() + "." + choice.code(), locale)
        .or(() -> said("event." + choice.records(), locale))
        .orElse(choice.code());
  }

  /** What the step says of it, else what all do. */
  private Optional<String> help(Step step, Ask ask, Locale locale) {
    return said("help." + step.id() + "." + ask.field(), locale)
        .or(() -> said("help." + ask.field(), locale));
  }

  private Optional<String> said(String key, Locale locale) {
    @Nullable String text = messages.getMessage("word." + key, null, null, locale);
    return Optional.ofNullable(text);
  }
}
