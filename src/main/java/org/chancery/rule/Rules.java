package org.chancery.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Rule;
import org.kie.api.io.ResourceType;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The rules of the house, module by module. A rule is code: it is read at the start only, and a bad
 * one stops the build, or else the start. What the build has made of the same texts is taken as it
 * is ({@link BuiltRules}); without it the start makes it, which takes some seconds.
 */
@Component
public final class Rules {

  private final ResourcePatternResolver resources;
  private final Map<String, RuleBase> bases = new ConcurrentHashMap<>();

  /** The rules found by the resolver under {@code rules/}. */
  public Rules(ResourcePatternResolver resources) {
    this.resources = resources;
  }

  /**
   * The rules of a module: all files {@code rules/<module>/*.drl}.
   *
   * @throws IllegalStateException when there is none, or one is wrong; it names file and reason
   */
  public RuleBase base(String module) {
    return bases.computeIfAbsent(module, this::build);
  }

  private RuleBase build(String module) {
    Map<String, String> texts = texts(module);
    KieBase base =
        BuiltRules.read(resources.getResource("classpath:" + BuiltRules.file(module)), texts)
            .map(BuiltRules::base)
            .orElseGet(() -> built(module, texts));
    return base(base, texts);
  }

  /** The texts of the module's rules by file, in the order of the files' names. */
  Map<String, String> texts(String module) {
    Map<String, String> texts = new LinkedHashMap<>();
    files("classpath*:rules/" + module + "/*.drl")
        .forEach(
            file -> {
              String name = String.valueOf(file.getFilename());
              if (texts.put(name, read(file)) != null) {
                throw new IllegalStateException(name + " lies in rules/" + module + " twice");
              }
            });
    if (texts.isEmpty()) {
      throw new IllegalStateException("no rules in rules/" + module);
    }
    return texts;
  }

  static RuleBase build(String module, Map<String, String> texts) {
    return base(built(module, texts), texts);
  }

  static RuleBase base(KieBase base, Map<String, String> texts) {
    return new RuleBase(base, rules(base, fileByTitle(texts)));
  }

  private static Map<String, String> fileByTitle(Map<String, String> texts) {
    Map<String, String> fileByTitle = new LinkedHashMap<>();
    texts.forEach((file, text) -> titles(text).forEach(title -> claim(fileByTitle, title, file)));
    return fileByTitle;
  }

  private static KieBase built(String module, Map<String, String> texts) {
    return KieServices.get().newKieContainer(module(module, texts).getReleaseId()).getKieBase();
  }

  /**
   * Makes classes of the texts; each title may stand only once.
   *
   * @throws IllegalStateException when one is wrong; it names file and reason
   */
  static InternalKieModule module(String module, Map<String, String> texts) {
    fileByTitle(texts);
    KieServices kie = KieServices.get();
    ReleaseId release = kie.newReleaseId("org.chancery.rules", module, "1");
    KieFileSystem folder = kie.newKieFileSystem().generateAndWritePomXML(release);
    texts.forEach(
        (file, text) ->
            folder.write(
                "src/main/resources/org/chancery/" + module + "/" + file,
                kie.getResources()
                    .newByteArrayResource(text.getBytes(StandardCharsets.UTF_8))
                    .setResourceType(ResourceType.DRL)
                    .setSourcePath(file)));
    KieBuilder builder = built(module, kie.newKieBuilder(folder));
    refuseErrors(module, builder);
    return (InternalKieModule) builder.getKieModule();
  }

  /** Some mistakes are messages of the builder, others it throws. */
  private static KieBuilder built(String module, KieBuilder builder) {
    try {
      return builder.buildAll(ExecutableModelProject.class);
    } catch (RuntimeException malformed) {
      throw new IllegalStateException("rules/" + module + " cannot be built", malformed);
    }
  }

  private static void claim(Map<String, String> fileByTitle, String title, String file) {
    String other = fileByTitle.put(title, file);
    if (other != null) {
      throw new IllegalStateException(
          "%s: rule \"%s\" stands already in %s".formatted(file, title, other));
    }
  }

  private static void refuseErrors(String module, KieBuilder builder) {
    String errors =
        builder.getResults().getMessages(Level.ERROR).stream()
            .map(error -> error.getPath() + " line " + error.getLine() + ": " + error.getText())
            .collect(Collectors.joining("\n"));
    if (!errors.isEmpty()) {
      throw new IllegalStateException("rules/" + module + " cannot be built:\n" + errors);
    }
  }

  private static List<RuleText> rules(KieBase base, Map<String, String> fileByTitle) {
    Map<String, Rule> byTitle =
        base.getKiePackages().stream()
            .flatMap(each -> each.getRules().stream())
            .collect(Collectors.toMap(Rule::getName, rule -> rule));
    List<RuleText> texts = new ArrayList<>();
    fileByTitle.forEach(
        (title, file) -> {
          Rule rule = byTitle.get(title);
          if (rule == null) {
            throw new IllegalStateException(file + ": rule \"" + title + "\" was not built");
          }
          texts.add(new RuleText(title, file, metadata(rule)));
        });
    return texts;
  }

  private static Map<String, String> metadata(Rule rule) {
    return rule.getMetaData().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }

  private static String text(Object value) {
    String text = value.toString().strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** The titles, in their order: the compiled base keeps neither order nor file. */
  private static List<String> titles(String drl) {
    return drl.lines()
        .filter(line -> line.startsWith("rule \""))
        .map(line -> line.substring("rule \"".length(), line.lastIndexOf('"')))
        .toList();
  }

  private List<Resource> files(String pattern) {
    try {
      return Arrays.stream(resources.getResources(pattern))
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
          .toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot list " + pattern, unreadable);
    }
  }

  private static String read(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read " + file, unreadable);
    }
  }
}
