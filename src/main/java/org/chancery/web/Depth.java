package org.chancery.web;

import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How deep JSON may nest, and how long its names and numbers may be: no case needs more. */
@Configuration(proxyBeanMethods = false)
class Depth {

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(50)
          .maxNumberLength(100)
          .maxNameLength(1_000)
          .build();

  @Bean
  Jackson2ObjectMapperBuilderCustomizer limitsOfJson() {
    return builder ->
        builder.postConfigurer(json -> json.getFactory().setStreamReadConstraints(CONSTRAINTS));
  }
}
