package org.chancery.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings;
import org.chancery.deadline.Findings.Found;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is to be said of the cases that were last asked for: many people read the same first pages.
 * It holds for one version of a case, and from one sweep to the next; and what the ledger says of a
 * case and is not found here is judged anew.
 */
@Component
class Recent {

  /** Some forty megabytes at most: the cases of a dozen bodies' first pages. */
  private static final int CASES = 1_000;

  private static final FindingFilter ANY = FindingFilter.of(Question.ANY);

  private final Cache<Reference, Said> recent = Caffeine.newBuilder().maximumSize(CASES).build();
  private final Findings findings;

  Recent(Findings findings) {
    this.findings = findings;
  }

  /** What was said of a version of a case after a sweep. */
  private record Said(int version, Instant sweep, Map<Place, Found> findings) {

    @Nullable Found at(Spot spot) {
      Found found = findings.get(spot.place());
      return found != null && found.finding().rule().equals(spot.rule()) ? found : null;
    }

    boolean isOf(Spot spot, Instant last) {
      return version == spot.version() && sweep.equals(last) && at(spot) != null;
    }
  }

  /** What is to be said at the spots; what has changed since they were found is left out. */
  List<Found> at(List<Spot> spots, Instant sweep) {
    Map<Reference, Said> said = new HashMap<>();
    Set<Reference> asked = new HashSet<>();
    for (Spot spot : spots) {
      Reference reference = spot.place().reference();
      Said known = recent.getIfPresent(reference);
      if (known != null && known.isOf(spot, sweep)) {
        said.put(reference, known);
      } else {
        asked.add(reference);
      }
    }
    said.putAll(judged(asked, spots, sweep));
    List<Found> found = new ArrayList<>();
    for (Spot spot : spots) {
      Said known = said.get(spot.place().reference());
      Found at = known == null ? null : known.at(spot);
      if (at != null) {
        found.add(at);
      }
    }
    return found;
  }

  private Map<Reference, Said> judged(Set<Reference> references, List<Spot> spots, Instant sweep) {
    if (references.isEmpty()) {
      return Map.of();
    }
    Map<Reference, Integer> versions = new HashMap<>();
    spots.forEach(spot -> versions.put(spot.place().reference(), spot.version()));
    Map<Reference, Map<Place, Found>> found =
        findings.of(references, ANY).stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.file().reference(), Collectors.toMap(Place::of, each -> each)));
    Map<Reference, Said> judged = new HashMap<>();
    found.forEach(
        (reference, all) ->
            judged.put(reference, new Said(versions.getOrDefault(reference, 0), sweep, all)));
    recent.putAll(judged);
    return judged;
  }
}
