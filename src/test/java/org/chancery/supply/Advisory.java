package org.chancery.supply;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A known fault of a range of versions of one package.
 *
 * @param id what it is called, by the CVE list or the GitHub Advisory Database
 * @param name group and artifact, or group and {@code *} for each artifact of the group
 * @param introduced the first version that has the fault; absent: all before {@code fixed}
 * @param fixed the first version that no longer has it; absent: none is known
 * @param lastAffected the last version that has it; absent: see {@code fixed}
 * @param lookedUp when somebody last looked for advisories of this package
 * @param source where it was read
 */
record Advisory(
    String id,
    String name,
    Optional<ComparableVersion> introduced,
    Optional<ComparableVersion> fixed,
    Optional<ComparableVersion> lastAffected,
    String severity,
    LocalDate lookedUp,
    URI source) {

  private static final Set<String> SEVERITIES =
      Set.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "UNSTATED");

  Advisory {
    require(id.matches("(CVE-\\d{4}-\\d{4,}|GHSA(-[0-9a-z]{4}){3})"), id);
    require(name.matches("[\\w.-]+:([\\w.-]+|\\*)"), name);
    require(SEVERITIES.contains(severity), severity);
    require(fixed.isPresent() || lastAffected.isPresent(), id + " has no end");
    require("https".equals(source.getScheme()), id + " has no source");
  }

  static Advisory from(CSVRecord line) {
    return new Advisory(
        line.get("id"),
        line.get("package"),
        version(line.get("introduced")),
        version(line.get("fixed")),
        version(line.get("last_affected")),
        line.get("severity"),
        LocalDate.parse(line.get("looked_up")),
        URI.create(line.get("source")));
  }

  boolean affects(Component component) {
    return isAbout(component)
        && introduced.filter(first -> component.version().compareTo(first) < 0).isEmpty()
        && fixed.filter(first -> component.version().compareTo(first) >= 0).isEmpty()
        && lastAffected.filter(last -> component.version().compareTo(last) > 0).isEmpty();
  }

  private boolean isAbout(Component component) {
    return name.endsWith(":*")
        ? component.name().startsWith(name.substring(0, name.length() - 1))
        : component.name().equals(name);
  }

  private static Optional<ComparableVersion> version(String text) {
    return Optional.of(text).filter(some -> !some.isBlank()).map(ComparableVersion::new);
  }

  private static void require(boolean met, String what) {
    if (!met) {
      throw new IllegalArgumentException(what);
    }
  }
}
