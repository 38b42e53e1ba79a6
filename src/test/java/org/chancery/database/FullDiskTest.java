package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * R3: When the disk of the embedded database is full, what cannot be written is refused, what was
 * confirmed is kept, and once there is room all goes on without a restart.
 */
class FullDiskTest {

  private static final FullDisk DISK = new FullDisk();

  @TempDir Path folder;

  @BeforeAll
  static void mount() {
    FilePath.register(DISK);
  }

  @AfterAll
  static void unmount() {
    FullDisk.full(false);
    FilePath.unregister(DISK);
  }

  @Test
  void whatWasConfirmedIsKeptAndWorkGoesOnOnceThereIsRoom() throws Exception {
    try (HikariDataSource pool = pool()) {
      JdbcTemplate house = new JdbcTemplate(pool);
      house.execute("create table entry (id int primary key, text varchar)");
      write(house, 1);
      FullDisk.full(true);
      for (int id = 2; id <= 4; id++) {
        int refused = id;
        assertThatThrownBy(() -> write(house, refused)).isInstanceOf(DataAccessException.class);
      }
      FullDisk.full(false);
      // One connection of the pool after the other is told that the database has closed itself.
      for (int connection = 0; connection < pool.getMaximumPoolSize(); connection++) {
        try {
          write(house, 100 + connection);
        } catch (DataAccessException closed) {
          assertThat(closed).hasRootCauseMessage("No space left on device");
        }
      }
      write(house, 5);
      assertThat(
              house.queryForList("select id from entry where id < 100 order by id", Integer.class))
          .containsExactly(1, 5);
    }
  }

  private static void write(JdbcTemplate house, int id) {
    house.update("insert into entry values (?, ?)", id, "x".repeat(5000));
  }

  /** As the house has it, on that disk. */
  private HikariDataSource pool() throws IOException {
    MutablePropertySources settings = new MutablePropertySources();
    new YamlPropertySourceLoader()
        .load("house", new ClassPathResource("application.yaml"))
        .forEach(settings::addLast);
    HikariConfig pool =
        new Binder(ConfigurationPropertySources.from(settings))
            .bind("spring.datasource.hikari", Bindable.of(HikariConfig.class))
            .get();
    pool.setJdbcUrl("jdbc:h2:disk:" + folder.resolve("house") + ";WRITE_DELAY=0");
    pool.setUsername("chancery");
    pool.setMaximumPoolSize(3);
    return new HikariDataSource(pool);
  }
}
