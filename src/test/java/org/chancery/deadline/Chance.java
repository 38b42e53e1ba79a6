package org.chancery.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.random.RandomGenerator;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/** What a case is made of by chance. */
record Chance(RandomGenerator random) {

  /** True so many times in a hundred. */
  boolean in100(int times) {
    return random.nextInt(100) < times;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The value so many times in a hundred, else null. */
  <T> @Nullable T perhaps(int times, T value) {
    return in100(times) ? value : null;
  }

  /** The day as a source may state it: mostly exactly, at times as a month, a year or nearly. */
  StatedDate stated(LocalDate day) {
    int form = random.nextInt(100);
    if (form < 78) {
      return StatedDate.of(day);
    }
    if (form < 90) {
      return new StatedDate(YearMonth.from(day).toString());
    }
    return new StatedDate(form < 96 ? day + "~" : String.valueOf(day.getYear()));
  }

  /** A deadline that ends about the day: a date of any form, or a bound or period. */
  StatedDate deadline(LocalDate day) {
    return switch (random.nextInt(20)) {
      case 0, 1 -> new StatedDate("../" + day);
      case 2 -> new StatedDate(day.minusYears(2).getYear() + "/" + day.getYear());
      case 3 -> new StatedDate(day + "/..");
      case 4 -> new StatedDate("XXXX");
      default -> stated(day);
    };
  }
}
