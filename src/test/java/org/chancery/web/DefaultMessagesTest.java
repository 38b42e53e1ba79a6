package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * S5: what stands in for a missing message is a pattern, too: what somebody wrote would be read as
 * one there. So it is a literal or nothing wherever the sources ask for a message.
 */
class DefaultMessagesTest {

  private static final String CALL = "getMessage(";

  @Test
  void noTextButALiteralStandsInForAMissingMessage() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        standIns(Files.readString(source)).stream()
            .filter(standIn -> !isHarmless(standIn))
            .forEach(standIn -> wrong.add(source + ": " + standIn));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aTextIsFoundAndALiteralIsNot() {
    assertThat(standIns("m.getMessage(key(a, b), null, name, locale)")).containsExactly("name");
    assertThat(standIns("m.getMessage(key, f(\"), (\"), /* no text= */ \"\", l)"))
        .containsExactly("\"\"");
    assertThat(standIns("e.getMessage(); m.getMessage(key, arguments, locale)")).isEmpty();
    assertThat(isHarmless("name")).isFalse();
    assertThat(isHarmless("\"a\" + name")).isFalse();
    assertThat(isHarmless("\"\"")).isTrue();
  }

  private static boolean isHarmless(String standIn) {
    return standIn.equals("null") || standIn.matches("\"[^\"]*\"");
  }

  /** The third of four arguments of each call. */
  private static List<String> standIns(String source) {
    String plain = source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n\"]*", "");
    List<String> all = new ArrayList<>();
    for (int at = plain.indexOf(CALL); at >= 0; at = plain.indexOf(CALL, at + 1)) {
      List<String> arguments = arguments(plain, at + CALL.length());
      if (arguments.size() == 4) {
        all.add(arguments.get(2).strip());
      }
    }
    return all;
  }

  private static List<String> arguments(String source, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int begin = from;
    for (int at = from; depth >= 0 && at < source.length(); at++) {
      char sign = source.charAt(at);
      quoted ^= sign == '"' && source.charAt(at - 1) != '\\';
      if (quoted) {
        continue;
      }
      depth += "({[".indexOf(sign) >= 0 ? 1 : ")}]".indexOf(sign) >= 0 ? -1 : 0;
      if (depth < 0 || (depth == 0 && sign == ',')) {
        arguments.add(source.substring(begin, at));
        begin = at + 1;
      }
    }
    return arguments;
  }
}
