package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.instrument.PartyCode;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address asks for, and addresses that ask for the same with one thing changed. A field of
 * a search form that was left empty asks for nothing, and so does one that was refused.
 *
 * @param path the address without its query
 * @param values what the query says, by name
 * @param refused what is not of its kind, by name
 */
public record Asked(String path, Map<String, List<String>> values, Map<String, Wrong> refused) {

  private static final Set<String> NOT_ASKED = Set.of("lang");

  /**
   * What was typed into a field that does not take it.
   *
   * @param typed as it was typed
   * @param reason why not, and what to do
   */
  public record Wrong(String typed, Message reason) {}

  Asked(String path, Map<String, List<String>> values) {
    this(path, values, Map.of());
  }

  static Asked of(HttpServletRequest request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, Wrong> refused = Refused.of(request);
    request
        .getParameterMap()
        .forEach(
            (name, given) -> {
              List<String> said = Arrays.stream(given).filter(each -> !each.isBlank()).toList();
              if (said.stream().anyMatch(each -> each.indexOf('\0') >= 0)) {
                throw Refusal.of(Refusal.Kind.INVALID_PARAMETER, "parameter.wrong", name);
              }
              if (!said.isEmpty() && !NOT_ASKED.contains(name) && !refused.containsKey(name)) {
                values.put(name, said);
              }
            });
    return new Asked(Refused.path(request), values, refused);
  }

  /** The value, where one is asked for; null for none. */
  <T> @Nullable T one(String name, Function<String, T> read) {
    return all(name, read).stream().findFirst().orElse(null);
  }

  /** All the values asked for, whether one by one or with commas between. */
  <T> Set<T> all(String name, Function<String, T> read) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(value -> read(name, value, read))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The State or organisation asked for, in capitals or not. */
  @Nullable PartyCode party() {
    return one("party", PartyCode::typed);
  }

  /** The day asked for. */
  @Nullable LocalDate day(String name) {
    return one(name, Asked::readDay);
  }

  /** A day of the years that a database can hold and a person can mean. */
  private static LocalDate readDay(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException malformed) {
      // Said below, as of a day beyond all years.
    }
    throw new InvalidValue("parameter.day", text);
  }

  private static <T> T read(String name, String value, Function<String, T> read) {
    try {
      return read.apply(value);
    } catch (InvalidValue malformed) {
      throw Refusal.parameter(name, malformed.reason());
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw Refusal.parameter(name, Message.of("parameter.wrong", name));
    }
  }

  /** What was typed; empty for nothing. */
  public String text(String name) {
    Wrong wrong = refused.get(name);
    return wrong == null ? values.getOrDefault(name, List.of("")).get(0) : wrong.typed();
  }

  /** Whether just these values are asked for. */
  public boolean is(String name, Set<String> asked) {
    return Set.copyOf(values.getOrDefault(name, List.of())).equals(asked);
  }

  /** Whether anything is asked for under the name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The address that asks for this instead; for nothing where no value is given. */
  public String with(String name, Object... instead) {
    return at(path, name, List.of(instead));
  }

  /** The same question with this asked instead. */
  Asked asking(String name, Object instead) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(instead.toString()));
    return new Asked(path, changed);
  }

  /** The address that asks for these values, and of the names for nothing else. */
  String with(List<String> names, Map<String, List<String>> instead) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.keySet().removeAll(names);
    changed.putAll(instead);
    return new Asked(path, changed).at(path);
  }

  /** The same question at another address, from its first page on. */
  public String at(String other) {
    return at(other, "after", List.of());
  }

  private String at(String address, String name, List<Object> instead) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(address);
    values.forEach((known, given) -> uri.queryParam(known, given.toArray()));
    uri.replaceQueryParam(name, instead.toArray());
    return uri.encode().toUriString().replace("+", "%2B");
  }
}
