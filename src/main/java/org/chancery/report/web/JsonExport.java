package org.chancery.report.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.chancery.deadline.Status;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The report as one JSON document, with the items and totals as the API gives them by pages. */
@Component
final class JsonExport implements Export {

  private final ObjectWriter json;

  JsonExport(ObjectMapper json) {
    this.json = json.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }

  @Override
  public String ending() {
    return "json";
  }

  @Override
  public MediaType type() {
    return MediaType.APPLICATION_JSON;
  }

  /** It is not closed when it fails: closing it would make it look whole. */
  @Override
  @SuppressWarnings("resource")
  public void write(Answered answer, OutputStream out) throws IOException {
    JsonGenerator document = json.createGenerator(out);
    Map<Status, Long> totals = new EnumMap<>(Status.class);
    document.writeStartObject();
    document.writeStringField("asOf", answer.asOf().toString());
    document.writeStringField("knownAt", answer.knownAt().toString());
    document.writeArrayFieldStart("items");
    answer.each(
        item -> {
          json.writeValue(document, item);
          totals.merge(item.finding().status(), 1L, Long::sum);
        });
    document.writeEndArray();
    document.writeFieldName("totals");
    json.writeValue(document, totals);
    document.writeEndObject();
    document.flush();
  }
}
