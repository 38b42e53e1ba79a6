package org.chancery.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The texts of {@code messages/}, in each language with its own plurals: where English has two
 * forms, Russian has four and Arabic six. So what counts is written as {@code {0, plural, one{#
 * day} other{# days}}} and formatted by ICU, with the numbers, months and plural rules of CLDR. An
 * apostrophe is written twice, as in every catalogue of the JDK.
 */
@Component("messageSource")
public class Catalogues extends ResourceBundleMessageSource {

  private final Map<Locale, Map<String, Sentence>> sentences = new ConcurrentHashMap<>();

  /** The catalogues with the names, such as {@code messages/page}. */
  @Autowired
  public Catalogues(@Value("${spring.messages.basename}") String... names) {
    setBasenames(names);
    setDefaultEncoding(StandardCharsets.UTF_8.name());
    setFallbackToSystemLocale(false);
    setAlwaysUseMessageFormat(true);
  }

  @Override
  protected @Nullable String getMessageInternal(
      @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    Locale language = spoken(locale);
    String text = code == null ? null : resolveCodeWithoutArguments(code, language);
    return text == null
        ? getMessageFromParent(String.valueOf(code), arguments, language)
        : sentence(text, language).said(resolveArguments(arguments, language));
  }

  /**
   * One of ours, whatever was asked for: what is read is kept for each language, and anybody may
   * invent one.
   */
  private static Locale spoken(@Nullable Locale asked) {
    return asked == null
        ? Locale.ENGLISH
        : Locales.spoken(asked.getLanguage()).orElse(Locale.ENGLISH);
  }

  /** How many languages something is kept of. */
  int languages() {
    return sentences.size();
  }

  private Sentence sentence(String text, Locale language) {
    return sentences
        .computeIfAbsent(language, unknown -> new ConcurrentHashMap<>())
        .computeIfAbsent(text, unread -> Sentence.of(unread, language));
  }

  /**
   * A text that was read once.
   *
   * @param format how it is filled; guarded by itself
   * @param counted the places that decide on a plural; what fills them is a number, even where it
   *     was kept as a text
   */
  private record Sentence(MessageFormat format, Set<Integer> counted) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d+)?");

    static Sentence of(String text, Locale language) {
      MessageFormat format = new MessageFormat("", language);
      format.applyPattern(text, ApostropheMode.DOUBLE_REQUIRED);
      return new Sentence(
          format, counted(new MessagePattern(ApostropheMode.DOUBLE_REQUIRED).parse(text)));
    }

    private static Set<Integer> counted(MessagePattern pattern) {
      return IntStream.range(0, pattern.countParts())
          .filter(nth -> isPlural(pattern.getPart(nth)))
          .mapToObj(nth -> pattern.getPart(nth + 1).getValue())
          .collect(Collectors.toSet());
    }

    private static boolean isPlural(Part part) {
      return part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL;
    }

    /** A day or an instant as data write it; ICU would ask it for a zone that it does not have. */
    private static Object plain(Object argument) {
      return argument instanceof TemporalAccessor ? argument.toString() : argument;
    }

    String said(Object[] arguments) {
      Object[] filled = Arrays.stream(arguments).map(Sentence::plain).toArray();
      for (int place : counted) {
        if (place < filled.length && NUMBER.matcher(String.valueOf(filled[place])).matches()) {
          filled[place] = new BigDecimal(String.valueOf(filled[place]));
        }
      }
      synchronized (format) {
        return format.format(filled);
      }
    }
  }
}
