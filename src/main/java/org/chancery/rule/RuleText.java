package org.chancery.rule;

import java.util.Map;

/**
 * What a rule says of itself.
 *
 * @param title its title: a business sentence
 * @param file the DRL file it stands in
 * @param metadata its annotations by name, such as {@code id}, {@code version}, {@code basis}
 */
public record RuleText(String title, String file, Map<String, String> metadata) {

  /** An immutable copy. */
  public RuleText {
    metadata = Map.copyOf(metadata);
  }

  /**
   * The annotation with the name.
   *
   * @throws IllegalStateException when the rule lacks it
   */
  public String the(String name) {
    String value = metadata.get(name);
    if (value == null) {
      throw new IllegalStateException(file + ": rule \"" + title + "\" lacks @" + name);
    }
    return value;
  }
}
