package org.chancery.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls the webhooks of other systems: one CloudEvent 1.0 in JSON each, signed as Standard Webhooks
 * says. Of the case it tells the reference alone; who wants more asks the API, with its own rights.
 */
@Component
class Webhooks implements Carrier {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String TYPE = "application/cloudevents+json; charset=UTF-8";

  private final NoticeSettings settings;
  private final ObjectMapper json;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(Redirect.NEVER)
          .build();

  Webhooks(NoticeSettings settings, ObjectMapper json, Clock clock) {
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public boolean isReady() {
    return !settings.hooks().isEmpty();
  }

  @Override
  public Delivery carry(Dispatch dispatch) {
    Optional<Hook> hook =
        settings.hooks().stream()
            .filter(each -> each.url().toString().equals(dispatch.recipient()))
            .findFirst();
    return hook.isEmpty()
        ? new Delivery.Needless("the configuration names the address no more")
        : call(hook.get(), dispatch);
  }

  private Delivery call(Hook hook, Dispatch dispatch) {
    byte[] body = body(dispatch);
    String id = dispatch.name().toString();
    long second = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(hook.url())
            .timeout(PATIENCE)
            .header("Content-Type", TYPE)
            .header("webhook-id", id)
            .header("webhook-timestamp", String.valueOf(second))
            .header("webhook-signature", Signature.of(hook.key(), id, second, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      for (InetAddress address : InetAddress.getAllByName(hook.url().getHost())) {
        if (!hook.mayLeadTo(address)) {
          return new Delivery.Failed("its name leads to " + address.getHostAddress(), false);
        }
      }
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      // What it says beside the status is not read: it may be endless.
      answer.body().close();
      return outcome(answer.statusCode());
    } catch (IOException failed) {
      return new Delivery.Failed(failed.toString(), false);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Delivery.Failed("stopped", false);
    }
  }

  /** It has it with any status of success; a redirection is none. */
  private static Delivery outcome(int status) {
    return status / 100 == 2
        ? new Delivery.Accepted()
        : new Delivery.Failed("status " + status, false);
  }

  private byte[] body(Dispatch dispatch) {
    Reference reference = java.util.Objects.requireNonNull(dispatch.reference());
    String source = settings.page("") == null ? "urn:chancery" : settings.page("");
    CloudEvent event =
        new CloudEvent(
            "1.0",
            dispatch.name().toString(),
            String.valueOf(source),
            dispatch.kind(),
            reference.value(),
            dispatch.createdAt().toString(),
            "application/json",
            new Data(reference.value(), dispatch.milestone()));
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("An event cannot be written", broken);
    }
  }

  /** In the structured mode of JSON. */
  record CloudEvent(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      String time,
      String datacontenttype,
      Data data) {}

  /** What a receiver asks the API about. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(String reference, @Nullable Integer milestone) {}
}
