package org.chancery.process;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions that a model may hold, and no other: one call of a listed bean, with literals,
 * the business key or loop variables; the comparison of one variable with a literal; the business
 * key.
 */
final class AllowedExpression {

  private static final String NAME = "[a-zA-Z][a-zA-Z0-9]*";
  private static final String LITERAL = "(?:'[^'\\\\{}$#]*'|-?\\d{1,9}|true|false)";
  private static final String KEY = "execution\\.processBusinessKey";
  private static final String LOOP = "party|body|milestone|chunk|left";
  private static final String ARGUMENT = "(?:" + LITERAL + "|" + KEY + "|" + LOOP + ")";

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "[$#]\\{\\s*(?:"
              + KEY
              + "|(?<bean>"
              + NAME
              + ")\\.(?<method>"
              + NAME
              + ")\\(\\s*(?:"
              + ARGUMENT
              + "(?:\\s*,\\s*"
              + ARGUMENT
              + ")*)?\\s*\\)|"
              + NAME
              + "\\s*[=!]=\\s*"
              + LITERAL
              + ")\\s*\\}");

  private AllowedExpression() {}

  /** Whether the text holds an expression at all. */
  static boolean isIn(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** Whether all that the text holds of expressions is one allowed expression and nothing else. */
  static boolean matches(String text, Set<?> beans) {
    Matcher matcher = EXPRESSION.matcher(text.strip());
    return matcher.matches()
        && (matcher.group("bean") == null || beans.contains(matcher.group("bean")));
  }
}
