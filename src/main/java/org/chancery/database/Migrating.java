package org.chancery.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the house are migrated by the node whose turn it is. */
@Configuration(proxyBeanMethods = false)
class Migrating {

  @Bean
  FlywayMigrationStrategy inTurn(ObjectProvider<Starting> turn) {
    return flyway -> {
      turn.getObject();
      flyway.migrate();
    };
  }
}
