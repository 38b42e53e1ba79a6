package org.chancery.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the database is another machine, requests do not wait for it for long. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("chancery.database.patience")
class Hurrying {

  @Bean
  static BeanPostProcessor hurriedPool(Environment environment) {
    Duration patience =
        DurationStyle.detectAndParse(environment.getRequiredProperty("chancery.database.patience"));
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Hurried(pool, patience) : bean;
      }
    };
  }
}
