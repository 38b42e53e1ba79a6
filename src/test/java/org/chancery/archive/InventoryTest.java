package org.chancery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing of the database is forgotten: each table and column is in the archive, or left out. */
class InventoryTest {

  private static final Map<String, Set<String>> STORED = stored();

  @Test
  void ofEachTableSomebodyHasDecidedWhetherItIsInTheArchive() {
    Set<String> decided = new TreeSet<>(Inventory.LEFT_OUT.keySet());
    Inventory.TABLES.forEach(table -> decided.add(table.name()));
    assertThat(decided)
        .as("add a new table to Inventory: to TABLES, or to LEFT_OUT with the reason")
        .isEqualTo(STORED.keySet());
  }

  @Test
  void ofEachColumnSomebodyHasDecidedWhetherItIsInTheArchive() {
    for (Table table : Inventory.TABLES) {
      assertThat(table.everyColumn().stream().map(Column::name).collect(Collectors.toSet()))
          .as("add a new column of %s to Inventory, or withhold it with the reason", table.name())
          .isEqualTo(STORED.get(table.name()));
    }
  }

  @Test
  void nothingIsDecidedTwice() {
    assertThat(Inventory.TABLES).extracting(Table::name).doesNotHaveDuplicates();
    assertThat(Inventory.TABLES)
        .extracting(Table::name)
        .doesNotContainAnyElementsOf(Inventory.LEFT_OUT.keySet());
    assertThat(STORED.keySet()).containsAll(Inventory.BROUGHT_ALONG);
  }

  private static Map<String, Set<String>> stored() {
    Map<String, Set<String>> columns = new TreeMap<>();
    Vaults.empty()
        .jdbc
        .sql(
            """
            select lower(table_name) as name, lower(column_name) as col
            from information_schema.columns
            where table_schema = 'PUBLIC' and table_name <> 'flyway_schema_history'""")
        .query(
            row -> {
              columns
                  .computeIfAbsent(row.getString("name"), name -> new TreeSet<>())
                  .add(row.getString("col"));
            });
    return columns;
  }
}
