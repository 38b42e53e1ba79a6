package org.chancery.report.web;

import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where exports ask the report, and the only place. */
@FunctionalInterface
interface Answers {

  /** The answer to the question; who asks closes it. */
  Answered to(Question question);

  /** The answers of this house. */
  @Configuration(proxyBeanMethods = false)
  class OfTheHouse {

    @Bean
    Answers answers(OverdueReport report) {
      return question -> {
        Report answer = report.answer(question);
        return new Answered(answer.asOf(), answer.knownAt(), answer.items().stream());
      };
    }
  }
}
