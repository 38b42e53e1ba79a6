package org.chancery.notice;

import java.util.List;
import java.util.Locale;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;

/**
 * What a person is written, in her language.
 *
 * @param to her address
 * @param locale her language
 * @param house what this house is called
 * @param subject what it is about
 * @param greeting how it begins
 * @param lead why it is written
 * @param sections what it tells
 * @param links where to go from here
 * @param why why it comes to her, and how to have it otherwise
 * @param enclosure a file that comes with it; null: none
 */
record Letter(
    String to,
    Locale locale,
    String house,
    String subject,
    String greeting,
    String lead,
    List<Section> sections,
    List<Link> links,
    String why,
    @Nullable Enclosure enclosure) {

  /** An immutable copy; a subject is one line. */
  Letter {
    subject = subject.replaceAll("\\p{Cntrl}+", " ");
    sections = List.copyOf(sections);
    links = List.copyOf(links);
  }

  /**
   * A part of it.
   *
   * @param heading what it is about; null: nothing but its lines
   * @param lines what it says
   */
  record Section(@Nullable String heading, List<Line> lines) {

    /** An immutable copy. */
    Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line.
   *
   * @param label what it says something of; null: it speaks for itself
   * @param text what it says
   * @param url where it leads; null: nowhere
   */
  record Line(@Nullable String label, String text, @Nullable String url) {}

  /**
   * A place to go.
   *
   * @param text what one does there
   * @param url its address
   */
  record Link(String text, String url) {}

  /**
   * A file.
   *
   * @param name what it is called
   * @param text what is in it
   */
  record Enclosure(String name, String text) {}

  /** Its language, as HTML says it. */
  public String language() {
    return locale.getLanguage();
  }

  /** The direction it is written in, as HTML says it. */
  public String direction() {
    return Locales.isRightToLeft(locale) ? "rtl" : "ltr";
  }

  /** It as plain text. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(greeting).append("\n\n").append(lead).append("\n\n");
    for (Section section : sections) {
      if (section.heading() != null) {
        text.append(section.heading()).append('\n');
      }
      section.lines().forEach(line -> append(text, line));
      text.append('\n');
    }
    links.forEach(link -> text.append(link.text()).append(": ").append(link.url()).append('\n'));
    return text.append("\n-- \n").append(why).append('\n').toString();
  }

  private static void append(StringBuilder text, Line line) {
    if (line.label() != null) {
      text.append(line.label()).append(": ");
    }
    text.append(line.text()).append('\n');
    if (line.url() != null) {
      text.append("  ").append(line.url()).append('\n');
    }
  }
}
