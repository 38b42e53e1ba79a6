package org.chancery.rule;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.base.util.Drools;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The classes that the build of the house has made of a module's rules, in one file beside them,
 * with the texts that they were made of. They hold only for the very same texts and the same Drools
 * (decision 36).
 */
public final class BuiltRules {

  private static final String TEXT = ".drl";
  private static final String CLASS = ".class";

  /** Where Drools says by which classes the model begins, under the version it was made by. */
  private static final String MODEL = "drools-model";

  /** The same texts make the same bytes whenever they are built. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> content;

  private BuiltRules(Map<String, byte[]> content) {
    this.content = content;
  }

  /**
   * Builds the rules of all modules, as the last step of compiling the house.
   *
   * @param folder one: that of the compiled classes, where the rules lie as well
   * @throws IllegalStateException when a rule is wrong; it names file and reason
   */
  public static void main(String[] folder) throws IOException {
    Rules rules = new Rules(new PathMatchingResourcePatternResolver());
    Path classes = Path.of(folder[0]);
    Path folders = classes.resolve("rules");
    Set<String> modules;
    try (Stream<Path> files = Files.walk(folders, 2)) {
      modules =
          files
              .map(folders::relativize)
              .filter(file -> file.getNameCount() == 2 && file.toString().endsWith(TEXT))
              .map(text -> text.getName(0).toString())
              .collect(toSet());
    }
    for (String module : modules) {
      write(Rules.module(module, rules.texts(module)), classes.resolve(file(module)));
    }
  }

  /** Where the classes of a module lie. */
  static String file(String module) {
    return "rules/" + module + ".zip";
  }

  /** Half of a file is never left. */
  static void write(InternalKieModule built, Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream to = Files.newOutputStream(aside);
        ZipOutputStream zip = new ZipOutputStream(to)) {
      for (String name : built.getFileNames().stream().sorted().toList()) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(built.getBytes(name));
      }
    }
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What was built of these texts; empty when nothing was, or of others. */
  static Optional<BuiltRules> read(Resource file, Map<String, String> texts) {
    if (!file.exists()) {
      return Optional.empty();
    }
    Map<String, byte[]> content = new HashMap<>();
    try (InputStream from = file.getInputStream();
        ZipInputStream zip = new ZipInputStream(from)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        content.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read: build again", unreadable);
    }
    BuiltRules built = new BuiltRules(content);
    return built.texts().equals(texts) && built.isOfThisDrools()
        ? Optional.of(built)
        : Optional.empty();
  }

  private Map<String, String> texts() {
    return content.keySet().stream()
        .filter(name -> name.endsWith(TEXT))
        .collect(Collectors.toMap(name -> name.substring(name.lastIndexOf('/') + 1), this::text));
  }

  private boolean isOfThisDrools() {
    return model().stream()
        .findFirst()
        .filter(made -> made.endsWith(":" + Drools.getFullVersion()))
        .isPresent();
  }

  private List<String> model() {
    return content.keySet().stream()
        .filter(name -> name.endsWith("/" + MODEL))
        .flatMap(name -> text(name).lines())
        .toList();
  }

  private String text(String name) {
    return new String(content.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  /** The rules, ready to run. */
  KieBase base() {
    ClassLoader loader = new Loader();
    List<Model> models = model().stream().skip(1).map(name -> model(loader, name)).toList();
    return KieBaseBuilder.createKieBaseFromModel(models);
  }

  private static Model model(ClassLoader loader, String name) {
    try {
      return (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException unfit) {
      throw new IllegalStateException("The built rules cannot be loaded: build again", unfit);
    }
  }

  /** Finds the built classes beside those of the house. */
  private final class Loader extends ClassLoader {

    Loader() {
      super(BuiltRules.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] built = content.get(name.replace('.', '/') + CLASS);
      if (built == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, built, 0, built.length);
    }
  }
}
