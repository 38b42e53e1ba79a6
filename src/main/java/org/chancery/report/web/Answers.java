package org.chancery.report.web;

import org.chancery.report.OverdueReport;
import org.chancery.report.Report;
import org.chancery.web.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where exports ask the report, and the only place. */
@FunctionalInterface
interface Answers {

  /**
   * The answer to what the address asks for; who asks closes it.
   *
   * @throws Refusal when it asks for what there is not
   */
  Answered to(Asked asked);

  /** The answers of this house. */
  @Configuration(proxyBeanMethods = false)
  class OfTheHouse {

    @Bean
    Answers answers(OverdueReport report, Questions questions) {
      return asked -> {
        Report answer = report.answer(questions.usual(asked));
        return new Answered(asked, answer.asOf(), answer.knownAt(), answer.items().stream());
      };
    }
  }
}
