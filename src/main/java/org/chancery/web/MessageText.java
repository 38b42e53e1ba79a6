package org.chancery.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;

/** Writes a message as its text in the reader's language. */
@JsonComponent
class MessageText extends JsonSerializer<Message> {

  private final Problems problems;

  MessageText(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void serialize(Message message, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(problems.text(message));
  }
}
