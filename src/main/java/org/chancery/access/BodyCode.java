package org.chancery.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.chancery.web.InvalidValue;

/**
 * The code of a body (a ministry or an office), such as {@code mfa}. Small letters and digits only:
 * it is also the name of the body's group in the task list.
 *
 * @param value the code
 */
public record BodyCode(@JsonValue String value) implements Comparable<BodyCode>, Serializable {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,29}");

  /**
   * @throws InvalidValue when it is not made of small letters and digits
   */
  @JsonCreator
  public BodyCode {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("body.malformed", value);
    }
  }

  @Override
  public int compareTo(BodyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
