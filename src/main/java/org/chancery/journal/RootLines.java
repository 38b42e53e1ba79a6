package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The roots as they are taken out: each a line of JSON, as the file of roots has it. */
@Component
public class RootLines {

  private final Roots roots;
  private final ObjectMapper json;

  RootLines(Roots roots, ObjectMapper json) {
    this.roots = roots;
    this.json = json;
  }

  /** The number of the last root; 0 where there is none. */
  public int last() {
    return Optional.ofNullable(roots.last()).map(Root::number).orElse(0);
  }

  /** The lines of the roots after the one number and up to the other, in order. */
  public List<String> of(long after, long until) {
    return roots.after(Math.toIntExact(after), Math.toIntExact(Math.max(0, until - after))).stream()
        .filter(root -> root.number() <= until)
        .map(root -> RootsFile.line(root, json))
        .toList();
  }
}
