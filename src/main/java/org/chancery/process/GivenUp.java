package org.chancery.process;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.instrument.Reference;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A job that was tried as often as the engine tries, and then left to an operator: an incident.
 *
 * @param id the job's id, by which the log names it
 * @param process the id of its process, or the kind of what the engine does for itself
 * @param step the id of the step that failed; null where it is of no step
 * @param since when it was given up
 * @param trouble what kept it
 * @param reference the case it is about, where it is about one; whoever shows it decides to whom
 */
public record GivenUp(
    String id,
    String process,
    @Nullable String step,
    Instant since,
    Trouble trouble,
    @Nullable Reference reference) {

  /** Where a page of them ends; it holds even when that job is done. */
  public String position() {
    return new Position(since, id).text();
  }

  /** The time and the id of the last on a page. */
  record Position(Instant since, String id) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,15})\\.([0-9a-zA-Z-]{1,64})");

    /**
     * @throws InvalidValue when the text is no position
     */
    static Position parse(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new InvalidValue("after.malformed", text);
      }
      return new Position(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
    }

    String text() {
      return since.toEpochMilli() + "." + id;
    }
  }
}
