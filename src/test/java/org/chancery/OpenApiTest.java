package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The description of the API, from which clients are made. */
@ChanceryTest
class OpenApiTest {

  @LocalServerPort int port;

  @Test
  void describesTheWholeApi() throws IOException {
    ObjectNode api = (ObjectNode) description();
    assertThat(api.path("openapi").asText()).startsWith("3.1");
    api.remove("servers");
    String text =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(api) + "\n";
    Golden.check("openapi.json", text, getClass());
  }

  @Test
  void refersOnlyToWhatItDescribes() {
    JsonNode api = description();
    List<String> references = api.findValuesAsText("$ref");
    assertThat(references).isNotEmpty();
    assertThat(references).allMatch(reference -> !api.at(reference.substring(1)).isMissingNode());
  }

  @Test
  void isNotShownToStrangers() throws Exception {
    var answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + port + "/v3/api-docs"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  private JsonNode description() {
    return Caller.at(port, "service").get("/v3/api-docs").body();
  }
}
