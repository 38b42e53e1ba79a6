package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of the access matrix: one endpoint, and whom it lets in.
 *
 * @param method the HTTP method
 * @param path its pattern, as the mapping has it
 * @param lets the roles that come in, of those who see the case where it is one of a case
 * @param leadsOn whether it leads on to another page without looking at the case
 * @param otherwise the status for who sees the case but does not come in
 * @param says what is sent, as {@link Trespasser#knock} reads it; for each choice of the path its
 *     own
 */
record Door(
    String method, String path, Set<String> lets, boolean leadsOn, int otherwise, String says) {

  static final List<String> ROLES =
      List.of(
          "clerk", "manager", "registrar", "lawyer", "operator", "admin", "service", "anonymous");

  /** Those whose case it may be: the rest sees no contents of cases. */
  static final List<String> READERS = List.of("clerk", "manager", "registrar", "lawyer", "service");

  /** The account that administrators change. */
  static final String GUEST = "guest";

  private static final Path TABLE = Path.of("src/test/resources/access-matrix.csv");
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "anybody", ROLES,
          "people", ROLES.subList(0, 7),
          "readers", READERS,
          "keepers", List.of("clerk", "manager", "registrar", "service"),
          "onward", ROLES.subList(0, 7),
          "nobody", List.of());
  private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([\\w|]+)}");

  static List<Door> all() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Door::row)
        .toList();
  }

  private static Door row(String line) {
    String[] cells = line.split(" ; ", -1);
    if (cells.length < 3) {
      throw new IllegalArgumentException("A row has method ; path ; who comes in ; body: " + line);
    }
    String[] who = cells[2].strip().split(":", 2);
    Set<String> lets =
        Arrays.stream(who[0].split(" "))
            .flatMap(word -> WORDS.getOrDefault(word, List.of(word)).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Door(
        cells[0].strip(),
        cells[1].strip(),
        lets,
        who[0].equals("onward"),
        who.length == 2 ? Integer.parseInt(who[1]) : 403,
        cells.length > 3 ? cells[3].strip() : "");
  }

  String key() {
    return method + " " + path;
  }

  /** Whether it is one that the task list calls, which the engine answers. */
  boolean isOfTasklist() {
    return path.startsWith("/camunda/") && !path.endsWith("/**") && !path.endsWith(".ico");
  }

  boolean isOfCase() {
    return !leadsOn
        && (path.contains("{reference}")
            || path.contains("{task}")
            || path.contains("/tasks/{id}"));
  }

  /** The addresses that the pattern stands for, of the case and its task. */
  List<String> addresses(Place place) {
    String one =
        path.replace("{reference}", place.reference())
            .replace("/tasks/{id}", "/tasks/" + place.task())
            .replace("{task}", place.task())
            .replace("extensions/{id}", "extensions/1")
            .replace("suspensions/{id}", "suspensions/2")
            .replace("waivers/{id}", "waivers/3")
            .replace("{removal}", "1")
            .replace("{name}", GUEST)
            .replace("/keys/{id}", "/keys/999999")
            .replace("{milestone}", "1")
            .replace("{target}", "freight")
            .replace("{process}", "agreement")
            .replace("{table}", "thresholds")
            .replace("calendars/{code}/{year}", "calendars/AZ/2026")
            .replace("parties/{code}", "parties/KZ")
            .replace("bodies/{code}", "bodies/mddt")
            .replace("/**", "/nothing")
            .replaceFirst("/default/filter$", "/default/filter?firstResult=0&maxResults=9")
            .replace("{filter}/list", "{filter}/list?firstResult=0&maxResults=9")
            .replace("/compare", "/compare?from=1&to=2")
            .replace("/reminder", "/reminder?party=KZ")
            .replaceAll("\\{(id|number)}", "1");
    Matcher choice = CHOICE.matcher(one);
    return choice.find()
        ? Arrays.stream(choice.group(1).split("\\|"))
            .map(each -> choice.replaceFirst(Matcher.quoteReplacement(each)))
            .toList()
        : List.of(one);
  }

  /** What is sent to the n-th address, about the case. */
  String says(Place place, int n) {
    String[] each = says.split(" \\|\\| ", -1);
    return each[Math.min(n, each.length - 1)].replace("{reference}", place.reference());
  }

  /** Whether the role may know of the case's task: a program does no tasks. */
  boolean shows(String role) {
    return !role.equals("service") || !(path.contains("{task}") || path.contains("/tasks/{id}"));
  }

  /**
   * A case to try it on.
   *
   * @param reference its name
   * @param task the task that waits there
   */
  record Place(String reference, String task) {}

  /** Whether the answer is what the row says, to one who sees the case or not. */
  boolean expects(Trespasser.Seen seen, String role, boolean sees) {
    if (role.equals("anonymous") && !lets.contains(role)) {
      return seen.status() == 401 || (otherwise == 404 && seen.status() == otherwise);
    }
    if (isOfCase() && !sees) {
      return seen.status() == 404;
    }
    boolean isOfNoKey = path.contains("/keys/{id}") && seen.status() == 404;
    return lets.contains(role) ? seen.isIn() || isOfNoKey : seen.status() == otherwise;
  }
}
