package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** S12: the login keeps its promises when many come at once, and tells a guesser nothing. */
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

  @Test
  void aRememberedPasswordAnswersNobodyWhoMustWait() {
    clerk("remembered");
    assertThat(attempt("remembered", PASSWORD, "192.0.2.1")).isEqualTo("in");
    for (int guess = 0; guess < 5; guess++) {
      assertThat(attempt("remembered", "guess " + guess, "203.0.113.7")).isEqualTo("wrong");
    }
    assertThat(attempt("remembered", PASSWORD, "203.0.113.7")).isEqualTo("wait");
    assertThat(attempt("remembered", PASSWORD, "192.0.2.1")).isEqualTo("in");
  }

  @Test
  void unknownClosedAndMistypedCostTheSameTime() {
    clerk("mistyped");
    clerk("closed");
    disable("closed");
    attempt("warm", "up");
    double unknown = cost("unknown");
    double closed = cost("closed");
    double mistyped = cost("mistyped");
    assertThat(unknown / mistyped).isBetween(0.5, 2.0);
    assertThat(closed / mistyped).isBetween(0.5, 2.0);
  }

  @Test
  void unknownClosedAndMistypedAreAnsweredAlikeAndThrottledAlike() {
    clerk("open");
    clerk("shut");
    disable("shut");
    for (String name : List.of("open", "shut", "nobody")) {
      for (int guess = 0; guess < 5; guess++) {
        assertThat(attempt(name, "guess " + guess)).as(name).isEqualTo("wrong");
      }
      assertThat(attempt(name, PASSWORD)).as(name).isEqualTo("wait");
    }
  }

  /** The median of some wrong guesses, in nanoseconds, each long after the last. */
  private double cost(String name) {
    return IntStream.range(0, 9)
        .mapToLong(
            number -> {
              clock.pass(Duration.ofMinutes(20));
              long before = System.nanoTime();
              assertThat(attempt(name, "guess " + number)).isEqualTo("wrong");
              return System.nanoTime() - before;
            })
        .sorted()
        .skip(4)
        .findFirst()
        .orElseThrow();
  }

  private String attempt(String name, String password) {
    return attempt(name, password, "");
  }

  private String attempt(String name, String password, String address) {
    var claim = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    claim.setDetails(new WebAuthenticationDetails(address, null));
    try {
      login.authenticate(claim);
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
