package org.chancery.process;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Title;

/** Every case is about the same line, and has no deadlines. */
class MadeUpNames implements Names {

  private static final Title TITLE = new Title(Map.of("en", "The line", "az", "Xətt"));

  @Override
  public Map<Reference, Title> titles(Collection<Reference> cases) {
    return new HashSet<>(cases).stream().collect(toMap(Function.identity(), each -> TITLE));
  }

  @Override
  public Map<Reference, List<Milestone>> milestones(
      Collection<Reference> cases, Collection<Integer> numbers) {
    return Map.of();
  }

  @Override
  public String party(String code, Locale locale) {
    return code;
  }

  @Override
  public String deadline(String stated, Locale locale) {
    return stated;
  }
}
