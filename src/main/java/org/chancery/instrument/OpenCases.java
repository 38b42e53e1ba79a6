package org.chancery.instrument;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases of the whole register have not come to an end; a number, and no content. */
@Component
public class OpenCases {

  private final JdbcClient jdbc;

  OpenCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Their number now. */
  public long count() {
    return jdbc.sql("select count(*) from instrument where stage not in (:ended)")
        .param(
            "ended", Arrays.stream(Stage.values()).filter(Stage::isEnd).map(Stage::name).toList())
        .query(Long.class)
        .single();
  }
}
