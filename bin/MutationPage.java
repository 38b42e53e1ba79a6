import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Writes the page on the mutation tests from the report of PIT; refuses a figure below the mark. A
 * mutant that could not be run is not counted as noticed.
 *
 * <p>Arguments: the report, the page.
 */
class MutationPage {

  private static final int MARK = 85;

  private enum Fate {
    NOTICED,
    ENDLESS,
    SURVIVED,
    UNTESTED,
    NOT_RUN;

    static Fate of(String status) {
      return switch (status) {
        case "KILLED" -> NOTICED;
        case "TIMED_OUT" -> ENDLESS;
        case "SURVIVED" -> SURVIVED;
        case "NO_COVERAGE" -> UNTESTED;
        default -> NOT_RUN;
      };
    }
  }

  public static void main(String[] arguments) throws Exception {
    var mutants =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of(arguments[0]).toFile())
            .getElementsByTagName("mutation");
    Map<String, Map<Fate, Integer>> byClass = new TreeMap<>();
    Map<Fate, Integer> all = new EnumMap<>(Fate.class);
    for (int i = 0; i < mutants.getLength(); i++) {
      Element mutant = (Element) mutants.item(i);
      Fate fate = Fate.of(mutant.getAttribute("status"));
      String name = mutant.getElementsByTagName("mutatedClass").item(0).getTextContent();
      String outer = name.replaceFirst("^org\\.chancery\\.", "").replaceFirst("\\$.*", "");
      byClass.computeIfAbsent(outer, none -> new EnumMap<>(Fate.class)).merge(fate, 1, Integer::sum);
      all.merge(fate, 1, Integer::sum);
    }
    Files.writeString(Path.of(arguments[1]), page(byClass, all));
    if (percent(all) < MARK) {
      throw new IllegalStateException("only %.1f %% noticed".formatted(percent(all)));
    }
  }

  private static String page(Map<String, Map<Fate, Integer>> byClass, Map<Fate, Integer> all) {
    StringBuilder page = new StringBuilder();
    page.append("# Mutation tests\n\n");
    page.append("Written by `bin/prove mutation`. The code of `calendar` and `deadline` is changed in one place at a time, and the\n");
    page.append("plain unit tests are run: of %d such mutants **%.1f %%** were noticed; at least %d %% must be. What needs the whole\napplication is left out, and a mutant that could not be run counts as not noticed.\n\n".formatted(sum(all), percent(all), MARK));
    page.append("| Class | Mutants | Noticed | Endless | Survived | Untested | Not run | % |\n");
    page.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    byClass.entrySet().stream()
        .sorted(Comparator.comparingDouble(each -> percent(each.getValue())))
        .forEach(each -> page.append(row("`" + each.getKey() + "`", each.getValue())));
    return page.append(row("**all**", all)).toString();
  }

  private static String row(String name, Map<Fate, Integer> fates) {
    StringBuilder row = new StringBuilder("| %s | %d |".formatted(name, sum(fates)));
    for (Fate fate : Fate.values()) {
      row.append(" %d |".formatted(fates.getOrDefault(fate, 0)));
    }
    return row.append(" %.0f |\n".formatted(percent(fates))).toString();
  }

  private static double percent(Map<Fate, Integer> fates) {
    int noticed = fates.getOrDefault(Fate.NOTICED, 0) + fates.getOrDefault(Fate.ENDLESS, 0);
    return 100.0 * noticed / sum(fates);
  }

  private static int sum(Map<Fate, Integer> fates) {
    return fates.values().stream().mapToInt(Integer::intValue).sum();
  }
}
