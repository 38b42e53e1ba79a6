package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R6 and R8: However often a request is sent again, and whatever became of its answer, its key has
 * one case and one answer; another request under that key is refused.
 */
@ChanceryTest
class RetryTest {

  private static final int KEYS = 50;

  /** Of each key; every fourth sends something else. */
  private static final int CLIENTS_OF_A_KEY = 4;

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum %s'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}\
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  /**
   * What a client heard at last.
   *
   * @param key under which it asked
   * @param variant which of the two bodies it sent
   * @param status the status
   * @param reference of the case; empty when it was refused
   */
  private record Heard(String key, String variant, int status, String reference) {}

  @Test
  void aStormOfRetriesOpensOneCaseForEachKey() throws Exception {
    Map<String, Set<String>> opened = new HashMap<>();
    List<Heard> all = storm();
    for (Heard heard : all) {
      assertThat(heard.status()).isIn(201, 422);
      if (heard.status() == 201) {
        opened
            .computeIfAbsent(heard.key(), key -> new HashSet<>())
            .add(heard.variant() + " " + heard.reference());
      }
    }
    assertThat(opened).hasSize(KEYS);
    assertThat(opened.values()).allMatch(cases -> cases.size() == 1);
    assertThat(cases("storm")).isEqualTo(KEYS);
    assertThat(all)
        .filteredOn(heard -> heard.status() == 422)
        .allMatch(
            heard ->
                opened.getOrDefault(heard.key(), Set.of()).stream()
                    .noneMatch(one -> one.startsWith(heard.variant())));
    Proof.count("R8", "clients", (long) KEYS * CLIENTS_OF_A_KEY);
    Proof.count("R8", "keys", KEYS);
    Proof.count("R8", "cases", KEYS);
  }

  private List<Heard> storm() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(KEYS * CLIENTS_OF_A_KEY);
    try {
      List<Callable<Heard>> calls = new ArrayList<>();
      for (int i = 0; i < KEYS * CLIENTS_OF_A_KEY; i++) {
        String key = "storm" + i % KEYS + ".";
        String variant = i / KEYS == CLIENTS_OF_A_KEY - 1 ? "B" : "A";
        calls.add(() -> heard(key, variant));
      }
      List<Heard> all = new ArrayList<>();
      for (Future<Heard> each : clients.invokeAll(calls)) {
        all.add(each.get());
      }
      return all;
    } finally {
      clients.shutdownNow();
    }
  }

  /** Asks again as long as it is told to. */
  private Heard heard(String key, String variant) {
    Caller.Answer answer;
    do {
      answer =
          Caller.at(port, "mddtClerk")
              .post("/api/instruments", CASE.formatted(key + variant), "Idempotency-Key", key);
    } while (!answer.header("Retry-After").isEmpty());
    return new Heard(key, variant, answer.status(), answer.body().path("reference").asText());
  }

  @Test
  void anAnswerThatWasLostOnItsWayIsGivenAgain() throws IOException {
    int lost = Proof.isFullReliability() ? 200 : 20;
    for (int i = 0; i < lost; i++) {
      String key = "lost" + i + ".";
      String body = CASE.formatted(key).replace('\'', '"');
      sendAndHangUp(key, body);
      String reference = committed(key);
      Caller.Answer again =
          Caller.at(port, "mddtClerk").post("/api/instruments", body, "Idempotency-Key", key);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.header("Location")).endsWith(reference);
      assertThat(again.body().path("reference").asText()).isEqualTo(reference);
      assertThat(cases(key)).isEqualTo(1);
    }
    Proof.count("R6", "answers lost after the commit", lost);
    Proof.count("R6", "cases opened twice", 0);
  }

  /** Sends all of it and closes the connection without reading a word. */
  private void sendAndHangUp(String key, String body) throws IOException {
    String login =
        Base64.getEncoder().encodeToString("mddtClerk:demo".getBytes(StandardCharsets.UTF_8));
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/instruments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(login, key, content.length);
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoLinger(true, 0);
      OutputStream out = line.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(content);
      out.flush();
      committed(key);
    }
  }

  /** Waits until the case is there; its reference. */
  private String committed(String key) {
    while (cases(key) == 0) {
      LockSupport.parkNanos(1_000_000);
    }
    return jdbc.sql("select reference from instrument where description like ?")
        .param("%Memorandum " + key + "%")
        .query(String.class)
        .single();
  }

  private int cases(String key) {
    return jdbc.sql("select count(*) from instrument where description like ?")
        .param("%Memorandum " + key + "%")
        .query(Integer.class)
        .single();
  }
}
