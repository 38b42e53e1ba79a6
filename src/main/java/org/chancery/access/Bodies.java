package org.chancery.access;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bodies of this house, as they stood when it started. */
@Component
public class Bodies {

  private final Map<BodyCode, Body> byCode = new TreeMap<>();

  Bodies(BodyTable table) {
    table.load();
    table.all().forEach(body -> byCode.put(body.code(), body));
  }

  /** The body with the code. */
  public Optional<Body> find(BodyCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Every body, ordered by code. */
  public List<Body> all() {
    return List.copyOf(byCode.values());
  }

  /** Whether there is such a body. */
  public boolean contains(BodyCode code) {
    return byCode.containsKey(code);
  }

  /**
   * The body with the code, for whoever asks for what is its.
   *
   * @throws InvalidValue when there is no such body
   */
  public BodyCode known(String code) {
    BodyCode body = new BodyCode(code);
    if (!contains(body)) {
      throw unknown(body);
    }
    return body;
  }

  private static InvalidValue unknown(BodyCode body) {
    return new InvalidValue("body.unknown", body);
  }

  /**
   * Lets those parameters {@code body} pass that name a body, or none.
   *
   * @throws Refusal when there is no such body
   */
  public void requireKnown(@Nullable BodyCode body) {
    if (body != null && !contains(body)) {
      throw Refusal.parameter("body", unknown(body).reason());
    }
  }

  /**
   * The zone in which the body's days end.
   *
   * @throws Refusal when there is no such body
   */
  public ZoneId zoneOf(BodyCode code) {
    return find(code).orElseThrow(() -> Refusal.notFound("body.unknown", code)).zone();
  }
}
