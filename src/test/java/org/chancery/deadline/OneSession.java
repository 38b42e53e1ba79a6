package org.chancery.deadline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.calendar.AsOf;
import org.chancery.instrument.Reference;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Drools as a tutorial shows it: every fact of every case is inserted into one stateful session,
 * then all rules fire. The rules are the house's own. Since cases now lie side by side, each fact
 * says of which case it is and each rule joins its facts on that first, which the engine indexes.
 */
public final class OneSession {

  private static final Pattern PATTERN =
      Pattern.compile(
          "( *)(\\$\\w+ : |not )(Happening|Deadline|Matter|Row|TargetLine|Keeping)\\((.*)\\) *");
  private static final Pattern WORD =
      Pattern.compile("\"[^\"]*\"|(?<![\\w.$])\\$\\w+(?! :)\\b|(?<![\\w.$])[a-z]\\w*");

  /** A milestone of one of the cases. */
  public record OfDeadline(Reference of, Deadline it) {}

  /** An event of one of the cases. */
  public record OfHappening(Reference of, Happening it) {}

  /** A figure that one of the cases is to reach. */
  public record OfTargetLine(Reference of, TargetLine it) {}

  /** An original of one of the cases. */
  public record OfKeeping(Reference of, Keeping it) {}

  /** One of the cases. */
  public record OfMatter(Reference of, Matter it) {}

  /** A threshold for one of the cases. */
  public record OfRow(Reference of, Thresholds.Row it) {}

  private final Judge judge;
  private final Tables tables;
  private final KieBase base;

  OneSession(Judge judge, Tables tables) {
    this.judge = judge;
    this.tables = tables;
    this.base = base();
  }

  /** What the rules say of each case, in their order. */
  List<Judgement> judge(List<Population.Case> cases, AsOf asOf) {
    Map<Reference, Verdicts> verdicts = new HashMap<>();
    List<Facts> facts = new ArrayList<>();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("verdicts", verdicts);
      for (Population.Case each : cases) {
        Facts own = judge.facts(each.file(), each.kin(), asOf, tables);
        Reference of = own.file().reference();
        facts.add(own);
        verdicts.put(of, judge.verdicts());
        own.all().forEach(fact -> session.insert(named(of, fact)));
      }
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return facts.stream()
        .map(
            own ->
                judge.judgement(
                    own, known(verdicts.get(own.file().reference())), tables.thresholds()))
        .toList();
  }

  private static Verdicts known(@Nullable Verdicts verdicts) {
    return java.util.Objects.requireNonNull(verdicts);
  }

  private static Object named(Reference of, Object fact) {
    if (fact instanceof Deadline deadline) {
      return new OfDeadline(of, deadline);
    }
    if (fact instanceof Happening happening) {
      return new OfHappening(of, happening);
    }
    if (fact instanceof TargetLine target) {
      return new OfTargetLine(of, target);
    }
    if (fact instanceof Keeping original) {
      return new OfKeeping(of, original);
    }
    return fact instanceof Matter matter
        ? new OfMatter(of, matter)
        : new OfRow(of, (Thresholds.Row) fact);
  }

  private static KieBase base() {
    KieServices kie = KieServices.get();
    ReleaseId release = kie.newReleaseId("org.chancery.bench", "one-session", "1");
    KieFileSystem folder = kie.newKieFileSystem().generateAndWritePomXML(release);
    for (Resource file : files()) {
      folder.write(
          "src/main/resources/org/chancery/bench/" + file.getFilename(), joined(A.text(file)));
    }
    var results = kie.newKieBuilder(folder).buildAll(ExecutableModelProject.class).getResults();
    if (results.hasMessages(Level.ERROR)) {
      throw new IllegalStateException(results.getMessages(Level.ERROR).toString());
    }
    return kie.newKieContainer(release).getKieBase();
  }

  private static Resource[] files() {
    try {
      return new PathMatchingResourcePatternResolver()
          .getResources("classpath*:rules/deadline/*.drl");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** The rules with each pattern joined to its case. */
  static String joined(String drl) {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    for (String line : drl.lines().toList()) {
      var pattern = PATTERN.matcher(line);
      if (line.startsWith("rule ")) {
        first = true;
      }
      if (pattern.matches()) {
        text.append(joined(pattern.toMatchResult(), first));
        first = false;
      } else {
        text.append(outside(line));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String joined(MatchResult pattern, boolean first) {
    String constraints = WORD.matcher(pattern.group(4)).replaceAll(OneSession::ofIt).strip();
    return "%s%sOneSession.Of%s( %s%s )"
        .formatted(
            pattern.group(1),
            pattern.group(2),
            pattern.group(3),
            first ? "$of : of" : "of == $of",
            constraints.isEmpty() ? "" : ", " + constraints);
  }

  private static String ofIt(MatchResult word) {
    String text = word.group();
    if (text.startsWith("\"") || List.of("null", "true", "false").contains(text)) {
      return text.replace("$", "\\$");
    }
    return text.startsWith("$") ? "\\" + text + ".it()" : "it." + text;
  }

  /** A line of a consequence, or one that takes facts from another. */
  private static String outside(String line) {
    String named =
        line.replaceAll("(?<![\\w.])(\\$(?!stranger|language|missing|gap)\\w+)\\b(?! :)", "$1.it()")
            .replace("verdicts.says(", "((Verdicts) verdicts.get($of)).says(");
    return named
        .replace("global org.chancery.deadline.Verdicts verdicts", "global java.util.Map verdicts")
        .replaceAll("^package .*", "package org.chancery.deadline;");
  }
}
