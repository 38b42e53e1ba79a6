package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@House
class WordsTest {

  @Autowired Words words;

  @Test
  void aStepCallsAFieldByItsOwnWordWhereItHasOne() {
    assertThat(words.field("decide-overdue", "reason", Locale.ENGLISH)).isEqualTo("Reason");
    assertThat(words.field("publish", "reason", Locale.ENGLISH))
        .isEqualTo("Reason, if out of order");
    assertThat(words.field("", "on", Locale.ENGLISH)).isEqualTo("Date");
    assertThat(words.field("publish", "colour", Locale.ENGLISH)).isEqualTo("colour");
  }
}
