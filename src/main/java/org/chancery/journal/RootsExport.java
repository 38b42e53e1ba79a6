package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes the roots out of the database, into the file of {@code chancery.journal.roots}. What was
 * taken out is compared first, so that a rewritten journal is noticed as soon as the next root is
 * made.
 */
@Component
class RootsExport {

  private static final Logger LOG = LoggerFactory.getLogger(RootsExport.class);
  private static final int FEW = 1_000;

  private final Roots roots;
  private final String name;
  private final ObjectMapper json;

  RootsExport(Roots roots, ObjectMapper json, @Value("${chancery.journal.roots:}") String name) {
    this.roots = roots;
    this.json = json;
    this.name = name;
  }

  /** Adds to the file what it has not yet, whoever made it; nothing when there is no file. */
  void bringUpToDate() {
    if (name.isBlank()) {
      return;
    }
    try {
      new RootsFile(Path.of(name), json).add(this::after);
    } catch (IOException | RootsFile.Unreadable failed) {
      LOG.error("The roots of the journal could not be added to {}: {}", name, failed.toString());
    }
  }

  private List<Root> after(@Nullable Root last) {
    if (last != null && !roots.after(last.number() - 1, 1).contains(last)) {
      LOG.error(
          "Root {} of the journal in {} is not the one in the database: it was rewritten, or"
              + " restored from a backup. Run: verify --roots {}",
          last.number(),
          name,
          name);
      return List.of();
    }
    return roots.after(last == null ? 0 : last.number(), FEW);
  }
}
