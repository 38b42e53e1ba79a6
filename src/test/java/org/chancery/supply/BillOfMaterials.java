package org.chancery.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** What the build says that the jar is made of: the CycloneDX document within it. */
final class BillOfMaterials {

  static final String PLACE = "/META-INF/sbom/application.cdx.json";
  private static final String REQUIRED = "CHANCERY_SBOM";

  private final JsonNode document;

  private BillOfMaterials(JsonNode document) {
    this.document = document;
  }

  /**
   * The bill of this build. Maven makes none while it is offline: then a test that needs it is left
   * out, except in {@code bin/verify}.
   */
  static BillOfMaterials ofThisBuild() {
    try (InputStream stream = BillOfMaterials.class.getResourceAsStream(PLACE)) {
      if ("required".equals(System.getenv(REQUIRED))) {
        assertThat(stream).as("the bill of materials, which an online build makes").isNotNull();
      }
      assumeTrue(stream != null, "no bill of materials: Maven was offline");
      return new BillOfMaterials(new ObjectMapper().readTree(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  List<Component> components() {
    return StreamSupport.stream(document.path("components").spliterator(), false)
        .map(BillOfMaterials::component)
        .toList();
  }

  private static Component component(JsonNode component) {
    String artifact = component.path("name").asText();
    String version = component.path("version").asText();
    return new Component(
        component.path("group").asText() + ":" + artifact,
        new ComparableVersion(version),
        artifact + "-" + version + classifier(component.path("purl").asText()) + ".jar");
  }

  private static String classifier(String purl) {
    int start = purl.indexOf("classifier=");
    return start < 0 ? "" : "-" + purl.substring(start + "classifier=".length()).split("&", 2)[0];
  }
}
