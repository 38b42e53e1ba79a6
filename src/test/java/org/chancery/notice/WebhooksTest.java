package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.access.TestClock;
import org.chancery.instrument.CaseFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems are called: signed, again when they fail, and at no other address. */
class WebhooksTest {

  private static final byte[] KEY = "twenty-four random bytes".getBytes(StandardCharsets.UTF_8);
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

  private record Call(
      String path, String type, String id, String second, String signature, String body) {}

  private final TestClock clock = new TestClock();
  private final Shelf shelf = Shelf.inMemory();
  private final List<Call> calls = new ArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();

  @SuppressWarnings("NullAway.Init") // started before each test
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aReceiverReadsAnEventOfTheStandardThatIsSigned() throws Exception {
    put(url("/hook"));
    sender(hook("/hook")).send();
    assertThat(shelf.states()).containsExactly("SENT");
    Call call = calls.get(0);
    CloudEvent event = new JsonFormat().deserialize(call.body().getBytes(StandardCharsets.UTF_8));
    assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
    assertThat(event.getType()).isEqualTo("org.chancery.finding.overdue");
    assertThat(event.getSubject()).isEqualTo(CaseFixture.REFERENCE.value());
    assertThat(event.getSource()).isEqualTo(URI.create("https://chancery.example"));
    assertThat(Objects.requireNonNull(event.getTime()).toInstant()).isEqualTo(clock.instant());
    assertThat(event.getId()).isEqualTo(call.id());
    assertThat(
            new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\"reference\":\"" + CaseFixture.REFERENCE + "\",\"milestone\":3}");
    assertThat(call.type()).startsWith("application/cloudevents+json");
    assertThat(call.second()).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
    assertThat(call.signature()).isEqualTo("v1," + signature(call));
  }

  @Test
  void aReceiverThatFailsIsCalledAgainWithTheSameIdAndANewSignature() {
    answers.add(500);
    put(url("/hook"));
    Sender sender = sender(hook("/hook"));
    sender.send();
    sender.send();
    assertThat(calls).hasSize(1);
    clock.pass(Duration.ofMinutes(1));
    sender.send();
    assertThat(calls).extracting(Call::id).hasSize(2).containsOnly(calls.get(0).id());
    assertThat(calls.get(1).signature()).isNotEqualTo(calls.get(0).signature());
    assertThat(shelf.states()).containsExactly("SENT");
  }

  @Test
  void aRedirectionIsNotFollowed() {
    answers.add(302);
    put(url("/hook"));
    sender(hook("/hook")).send();
    assertThat(calls).extracting(Call::path).containsExactly("/hook");
    assertThat(shelf.states()).containsExactly("WAITING");
  }

  @Test
  void anAddressThatTheConfigurationDoesNotNameIsNeverCalled() {
    put(url("/elsewhere"));
    sender(hook("/hook")).send();
    assertThat(calls).isEmpty();
    assertThat(shelf.states()).containsExactly("WITHDRAWN");
  }

  @Test
  void onlySafeAddressesAndStrongSecretsAreTaken() {
    assertThatThrownBy(() -> new Hook(URI.create("http://example.org/hook"), SECRET, Set.of()))
        .hasMessageContaining("https");
    assertThatThrownBy(() -> new Hook(URI.create("https://user@example.org/"), SECRET, Set.of()))
        .hasMessageContaining("https");
    assertThatThrownBy(
            () -> new Hook(URI.create("https://example.org/"), "whsec_c2hvcnQ=", Set.of()))
        .hasMessageContaining("secret");
    assertThatThrownBy(() -> new Hook(URI.create("https://example.org/"), SECRET, Set.of("x")))
        .hasMessageContaining("no kind x");
    Hook hook =
        new Hook(URI.create("https://example.org/"), SECRET, Set.of("org.chancery.case.opened"));
    assertThat(hook.wants(EventType.CASE_OPENED)).isTrue();
    assertThat(hook.wants(EventType.CASE_CHANGED)).isFalse();
    assertThat(hook.toString()).doesNotContain(SECRET);
  }

  private static String signature(Call call) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    String signed = call.id() + "." + call.second() + "." + call.body();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private void put(String url) {
    Instant now = clock.instant();
    Dispatch call =
        Dispatch.call(
            url, "overdue/1", EventType.FINDING_OVERDUE.id(), CaseFixture.REFERENCE, 3, now);
    shelf.outbox().put(call, now);
  }

  private Sender sender(Hook hook) {
    NoticeSettings settings =
        new NoticeSettings("https://chancery.example/", "AZ", null, List.of(hook), null);
    Carrier webhooks = new Webhooks(settings, new ObjectMapper(), clock);
    return new Sender(shelf.outbox(), new ChangeTable(shelf.jdbc()), List.of(webhooks), clock);
  }

  private Hook hook(String path) {
    return new Hook(URI.create(url(path)), SECRET, Set.of());
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestURI().getPath(),
            header(exchange, "Content-Type"),
            header(exchange, "webhook-id"),
            header(exchange, "webhook-timestamp"),
            header(exchange, "webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.remove(), -1);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }
}
