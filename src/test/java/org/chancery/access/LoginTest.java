package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** The login keeps its promises when many come at once. */
class LoginTest extends AccessTest {

  @Autowired private Login login;

  @Test
  void manyWhoBringTheRightPasswordAtOnceAllGetIn() throws Exception {
    clerk("busy");
    assertThat(atOnce(40, number -> attempt("busy", PASSWORD))).containsOnly("in");
  }

  @Test
  void ofManyWrongGuessesAtOnceNoneSlipsPastTheCount() throws Exception {
    clerk("attacked");
    List<String> answers = atOnce(40, number -> attempt("attacked", "guess " + number));
    assertThat(answers).containsOnly("wrong", "wait").filteredOn("wrong"::equals).hasSize(5);
  }

  private String attempt(String name, String password) {
    try {
      login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
      return "in";
    } catch (BadCredentialsException wrong) {
      return "wrong";
    } catch (TooManyGuesses tooMany) {
      return "wait";
    }
  }

  private static List<String> atOnce(int times, IntFunction<String> attempt) throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(times);
    try {
      List<Callable<String>> attempts =
          IntStream.range(0, times)
              .<Callable<String>>mapToObj(number -> () -> attempt.apply(number))
              .toList();
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : crowd.invokeAll(attempts)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      crowd.shutdownNow();
    }
  }
}
