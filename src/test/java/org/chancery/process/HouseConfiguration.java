package org.chancery.process;

import org.chancery.database.Starting;
import org.chancery.web.Catalogues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** What stands around this module in its tests; not a component, so no other test picks it up. */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = "org.chancery.process",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {HousePeople.class, HouseNames.class}))
@Import({Catalogues.class, Starting.class})
public class HouseConfiguration {

  @Bean
  Way way() {
    return new Way();
  }

  @Bean
  Sweep sweep() {
    return new Sweep();
  }

  @Bean
  Canary canary() {
    return new Canary();
  }

  @Bean
  Ledger ledger() {
    return new Ledger();
  }

  @Bean
  MadeUpPeople people() {
    return new MadeUpPeople();
  }

  @Bean
  MadeUpCases cases(ObjectProvider<Processes> processes) {
    return new MadeUpCases(processes);
  }

  @Bean
  MadeUpNames names() {
    return new MadeUpNames();
  }

  @Bean
  SecurityContextRepository sessions() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  UserDetailsService users(MadeUpPeople people) {
    return name ->
        User.withUsername(people.find(name).orElseThrow().name())
            .password("{noop}demo")
            .roles("CLERK")
            .build();
  }

  @Bean
  @Order(30)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.formLogin(Customizer.withDefaults())
        .httpBasic(Customizer.withDefaults())
        .authorizeHttpRequests(request -> request.anyRequest().authenticated())
        .build();
  }
}
