package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.chancery.access.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the outbox is sent: all of it, and nothing twice, whatever happens meanwhile. */
class SenderTest {

  private final TestClock clock = new TestClock();
  private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
  private Shelf shelf = Shelf.inMemory();
  private Sender sender = sender(this::accept);

  /** Where the outbox lies. */
  Shelf shelf() {
    return Shelf.inMemory();
  }

  @BeforeEach
  void begin() {
    shelf = shelf();
    sender = sender(this::accept);
  }

  @Test
  void sendsEachOnce() {
    put("a", "b", "c");
    sender.send();
    sender.send();
    assertThat(accepted).containsExactly("a", "b", "c");
    assertThat(shelf.states()).containsOnly("SENT");
  }

  @Test
  void takesInTheSameOnlyOnce() {
    put("a", "a");
    sender.send();
    put("a");
    sender.send();
    assertThat(accepted).containsExactly("a");
  }

  @Test
  void sendsNothingBeforeItsTime() {
    shelf.outbox().put(call("a"), clock.instant().plus(Duration.ofHours(1)));
    sender.send();
    assertThat(accepted).isEmpty();
    clock.pass(Duration.ofHours(1));
    sender.send();
    assertThat(accepted).containsExactly("a");
  }

  @Test
  void killedBetweenTwoItSendsNoneTwiceAndLosesNone() {
    put("a", "b", "c");
    Sender killed =
        sender(
            dispatch -> {
              if (dispatch.event().equals("b")) {
                throw new Killed();
              }
              return accept(dispatch);
            });
    assertThatThrownBy(killed::send).isInstanceOf(Killed.class);
    sender.send();
    assertThat(accepted).containsExactly("a", "c");
    clock.pass(Outbox.LEASE);
    sender.send();
    assertThat(accepted).containsExactly("a", "c", "b");
    assertThat(shelf.states()).containsOnly("SENT");
  }

  @Test
  void killedAfterOneWasAcceptedItSendsThatOneAgainUnderTheSameName() {
    put("a");
    List<String> names = new ArrayList<>();
    Sender killed =
        sender(
            dispatch -> {
              names.add(dispatch.name().toString());
              throw new Killed();
            });
    assertThatThrownBy(killed::send).isInstanceOf(Killed.class);
    clock.pass(Outbox.LEASE);
    sender(
            dispatch -> {
              names.add(dispatch.name().toString());
              return accept(dispatch);
            })
        .send();
    assertThat(names).hasSize(2);
    assertThat(new HashSet<>(names)).hasSize(1);
  }

  @Test
  void aSenderThatComesBackLateSettlesNothing() {
    put("a");
    Dispatch first = shelf.outbox().claim(Channel.WEBHOOK, clock.instant()).orElseThrow();
    assertThat(shelf.outbox().claim(Channel.WEBHOOK, clock.instant())).isEmpty();
    clock.pass(Outbox.LEASE);
    Dispatch second = shelf.outbox().claim(Channel.WEBHOOK, clock.instant()).orElseThrow();
    shelf.outbox().failed(first, "late", clock.instant());
    assertThat(shelf.states()).containsExactly("SENDING");
    shelf.outbox().sent(second, clock.instant());
    assertThat(shelf.states()).containsExactly("SENT");
  }

  @Test
  void triesAgainAfterLongerAndLongerPauses() {
    put("a");
    Sender failing = sender(dispatch -> new Delivery.Failed("busy", false));
    failing.send();
    clock.pass(Duration.ofSeconds(59));
    sender.send();
    assertThat(accepted).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    failing.send();
    clock.pass(Duration.ofMinutes(1));
    sender.send();
    assertThat(accepted).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    sender.send();
    assertThat(accepted).containsExactly("a");
    assertThat(Sender.pause(30)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void leavesAloneWhomItCannotReach() {
    put("a", "b");
    List<String> tried = new ArrayList<>();
    sender(
            dispatch -> {
              tried.add(dispatch.event());
              return new Delivery.Failed("unreachable", true);
            })
        .send();
    assertThat(tried).containsExactly("a");
  }

  @Test
  void givesUpAfterThreeDaysAndWhatIsRefusedAtOnce() {
    put("a");
    Sender failing = sender(dispatch -> new Delivery.Failed("busy", false));
    Instant begin = clock.instant();
    for (int attempt = 1; shelf.states().contains("WAITING"); attempt++) {
      failing.send();
      clock.pass(Sender.pause(attempt));
    }
    assertThat(shelf.states()).containsExactly("DEAD");
    assertThat(Duration.between(begin, clock.instant()))
        .isBetween(Duration.ofDays(3), Duration.ofDays(4));
    put("b");
    sender(dispatch -> new Delivery.Refused("no such address")).send();
    assertThat(shelf.states()).containsExactly("DEAD", "DEAD");
  }

  @Test
  void whatCannotBeMadeKeepsNoOtherFromBeingSent() {
    put("a");
    shelf.outbox().put(call("https://other.example", "b"), clock.instant());
    sender(
            dispatch -> {
              if (dispatch.event().equals("a")) {
                throw new IllegalStateException("broken");
              }
              return accept(dispatch);
            })
        .send();
    assertThat(accepted).containsExactly("b");
  }

  @Test
  void nothingPilesUpForEver() {
    put("a");
    clock.pass(Duration.ofDays(8));
    sender.tidy();
    assertThat(shelf.states()).containsExactly("DEAD");
    clock.pass(Duration.ofDays(401));
    sender.tidy();
    assertThat(shelf.states()).isEmpty();
  }

  @Test
  void twoNodesSendEachOnce() throws Exception {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add("n" + i);
    }
    put(all.toArray(String[]::new));
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        Sender own = sender(this::accept);
        running.add(nodes.submit(own::send));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    sender.send();
    assertThat(accepted).containsExactlyInAnyOrderElementsOf(all);
  }

  private Delivery accept(Dispatch dispatch) {
    accepted.add(dispatch.event());
    return new Delivery.Accepted();
  }

  private void put(String... events) {
    for (String event : events) {
      shelf.outbox().put(call(event), clock.instant());
    }
  }

  private Dispatch call(String event) {
    return call("https://hooks.example", event);
  }

  private Dispatch call(String url, String event) {
    Instant now = clock.instant();
    return new Dispatch(
        0, Channel.WEBHOOK, url, event, EventType.CASE_OPENED.id(), null, null, null, 0, 0, 0, now);
  }

  private Sender sender(Function<Dispatch, Delivery> carrying) {
    return shelf.sender(Channel.WEBHOOK, carrying, clock);
  }

  /** The end of the machine. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }
}
