package org.chancery.deadline;

import org.chancery.calendar.Calendars;
import org.chancery.calendar.Zones;
import org.chancery.instrument.PartyCode;
import org.chancery.rule.Rules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Appoints the judge of this house. */
@Configuration(proxyBeanMethods = false)
class Judging {

  @Bean
  Judge judge(
      Rules rules,
      BodyZones bodies,
      Zones states,
      Calendars calendars,
      @Value("${chancery.home}") String home) {
    return new Judge(rules.base("deadline"), bodies, states, calendars, new PartyCode(home));
  }
}
