package org.chancery.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored bodies. Those of {@code rules/access/bodies.csv} are added where they are absent. */
@Component
class BodyTable {

  private static final String FILE = "rules/access/bodies.csv";
  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  BodyTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Body> all() {
    return jdbc.sql("select code, state, zone, sees_all, names from body order by code")
        .query(
            (row, number) ->
                new Body(
                    new BodyCode(row.getString("code")),
                    row.getString("state"),
                    ZoneId.of(row.getString("zone")),
                    row.getBoolean("sees_all"),
                    read(row.getString("names"))))
        .list();
  }

  /**
   * @throws CannotStart when a row of the file is malformed
   */
  void load() {
    List<BodyCode> known = all().stream().map(Body::code).toList();
    BodyFile.read(new ClassPathResource(FILE), FILE).stream()
        .filter(body -> !known.contains(body.code()))
        .forEach(this::insert);
  }

  private void insert(Body body) {
    try {
      jdbc.sql("insert into body (code, state, zone, sees_all, names) values (?, ?, ?, ?, ?)")
          .params(
              body.code().value(),
              body.state(),
              body.zone().getId(),
              body.seesAll(),
              write(body.names()))
          .update();
    } catch (DuplicateKeyException alreadyThere) {
      // Another node that starts at the same moment has just inserted it.
      return;
    }
  }

  private Map<String, String> read(String names) {
    try {
      return json.readValue(names, NAMES);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("table body holds names that are no JSON: " + names, broken);
    }
  }

  private String write(Map<String, String> names) {
    try {
      return json.writeValueAsString(names);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
