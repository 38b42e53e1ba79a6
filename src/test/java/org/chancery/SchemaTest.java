package org.chancery;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our own tables, as the migrations have made them: {@code docs/generated/schema.md}. */
@ChanceryTest
class SchemaTest {

  private record Column(String table, String name, String type, boolean optional) {

    String row() {
      return "| `%s` | %s | %s |\n".formatted(name, type, optional ? "may be empty" : "");
    }
  }

  @Autowired JdbcClient jdbc;

  @Test
  void listsEachTable() throws IOException {
    Map<String, List<Column>> tables =
        columns().stream()
            .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
    String page =
        tables.keySet().stream().map(name -> table(name, tables)).collect(Collectors.joining());
    Golden.check(
        "schema.md",
        "# The tables\n\nMade from the migrated database; the engine's own tables stand beside them.\n"
            + page,
        getClass());
  }

  private static String table(String name, Map<String, List<Column>> tables) {
    return "\n## %s\n\n| Column | Type | |\n| --- | --- | --- |\n".formatted(name)
        + tables.getOrDefault(name, List.of()).stream()
            .map(Column::row)
            .collect(Collectors.joining());
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            select lower(table_name) as table_name, lower(column_name) as name,
                   lower(data_type)
                     || case when data_type = 'CHARACTER VARYING'
                             then '(' || character_maximum_length || ')' else '' end as type,
                   is_nullable = 'YES' as optional
            from information_schema.columns
            where table_schema = 'PUBLIC' and table_name not like 'ACT@_%' escape '@'
              and table_name <> 'flyway_schema_history'
            order by table_name, ordinal_position""")
        .query(
            (row, number) ->
                new Column(
                    row.getString("table_name"),
                    row.getString("name"),
                    row.getString("type"),
                    row.getBoolean("optional")))
        .list();
  }
}
