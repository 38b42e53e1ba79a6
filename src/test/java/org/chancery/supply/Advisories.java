package org.chancery.supply;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The frozen list of known advisories, and what is waived of it. */
record Advisories(List<Advisory> known, List<Waiver> waivers) {

  /** An advisory, and the component of ours that it reaches. */
  record Hit(Component component, Advisory advisory) {
    @Override
    public String toString() {
      return "%s: %s, %s, mended in %s (%s)"
          .formatted(
              component,
              advisory.id(),
              advisory.severity(),
              advisory.fixed().map(Object::toString).orElse("no version known"),
              advisory.source());
    }
  }

  static Advisories shipped() {
    return new Advisories(
        lines("/security/advisories.csv", Advisory::from),
        lines("/security/waivers.csv", Waiver::from));
  }

  List<Hit> hits(List<Component> components) {
    return components.stream()
        .flatMap(
            component ->
                known.stream()
                    .filter(advisory -> advisory.affects(component))
                    .map(advisory -> new Hit(component, advisory)))
        .toList();
  }

  /** The hits that no waiver covers on that day. */
  List<Hit> open(List<Component> components, LocalDate day) {
    return hits(components).stream()
        .filter(
            hit ->
                waivers.stream()
                    .noneMatch(waiver -> waiver.covers(hit.advisory()) && waiver.holdsOn(day)))
        .toList();
  }

  private static <T> List<T> lines(String file, Function<CSVRecord, T> line) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (InputStream stream =
            Objects.requireNonNull(Advisories.class.getResourceAsStream(file), file);
        InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        Stream<CSVRecord> records = format.parse(reader).stream()) {
      return records.map(line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
