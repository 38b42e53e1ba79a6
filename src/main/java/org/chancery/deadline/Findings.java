package org.chancery.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.calendar.Viewpoint;
import org.chancery.document.Papers;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Hindsight;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The findings of all cases that the current account may see. A case that makes a rule fail is left
 * out, and the log says so.
 */
@Component
@Transactional(readOnly = true)
public class Findings {

  private static final int CHUNK = 200;

  /**
   * A finding, the case it is of, and its place in the list.
   *
   * @param finding the finding
   * @param file the case as it was judged
   * @param number its place among the findings of the case, from 1
   */
  public record Found(Finding finding, CaseFile file, int number) {

    /** Its place in the list: the case and the number in it. */
    public String key() {
      return file.reference() + "." + number;
    }
  }

  /**
   * What is said of some cases.
   *
   * @param found the findings, by case
   * @param unjudged the cases of which nothing can be said, since they make a rule fail
   */
  public record Told(List<Found> found, Set<Reference> unjudged) {

    /** An immutable copy. */
    public Told {
      found = List.copyOf(found);
      unjudged = Set.copyOf(unjudged);
    }
  }

  private final Instruments instruments;
  private final Hindsight hindsight;
  private final Deadlines deadlines;

  Findings(Instruments instruments, Hindsight hindsight, Deadlines deadlines) {
    this.instruments = instruments;
    this.hindsight = hindsight;
    this.deadlines = deadlines;
  }

  /**
   * Some of the cases, with what their judging needs; they may be judged from several points in
   * time.
   */
  public static final class Batch {

    private final List<Held> held;
    private final int read;
    private final @Nullable String next;

    private Batch(List<Held> held, int read, @Nullable String next) {
      this.held = held;
      this.read = read;
      this.next = next;
    }

    /** How many cases were read. */
    public int read() {
      return read;
    }

    /** The key after which the next cases begin; null after the last. */
    public @Nullable String next() {
      return next;
    }
  }

  /** The cases after the key, as they were known at the instant; null stands for now. */
  public Batch batch(@Nullable String after, @Nullable Instant knownAt) {
    return batch(hindsight.list(after, CHUNK, knownAt), knownAt);
  }

  /** The cases with the references, as they were known at the instant; null stands for now. */
  public Batch batch(Collection<Reference> references, @Nullable Instant knownAt) {
    return batch(new Page<>(hindsight.find(references, knownAt), null), knownAt);
  }

  private Batch batch(Page<CaseFile> cases, @Nullable Instant knownAt) {
    List<CaseFile> files = cases.items();
    return new Batch(
        Held.of(files, deadlines.papers(files, knownAt)).toList(),
        cases.next() == null ? files.size() : CHUNK,
        cases.next());
  }

  /** Those of the cases that pass; what is known is what was when they were read. */
  public Told of(Batch batch, FindingFilter filter, Viewpoint from) {
    List<Found> found = new ArrayList<>();
    Set<Reference> unjudged = new HashSet<>();
    for (Held held : batch.held) {
      judge(held, from)
          .ifPresentOrElse(
              judgement -> found.addAll(of(judgement, filter)),
              () -> unjudged.add(held.file().reference()));
    }
    return new Told(found, unjudged);
  }

  /**
   * A page of those that pass.
   *
   * @param after the key of the last one read
   * @throws Refusal when there is no such key
   */
  public Page<Found> page(FindingFilter filter, Viewpoint from, @Nullable String after, int limit) {
    Page.limit(limit);
    Place last = Place.of(after);
    List<Found> found = new ArrayList<>();
    if (last.reference() != null) {
      instruments
          .ifSeen(last.reference())
          .flatMap(instrument -> hindsight.find(instrument.reference(), from.knownAt()))
          .ifPresent(
              file ->
                  of(Held.of(file, deadlines.papers(List.of(file), from.knownAt())), filter, from)
                      .stream()
                      .filter(each -> each.number() > last.number())
                      .forEach(found::add));
    }
    held(last.reference(), from)
        .takeWhile(held -> found.size() <= limit)
        .forEach(held -> found.addAll(of(held, filter, from)));
    return Page.of(found, limit, Found::key);
  }

  /**
   * Those of the cases that pass, as things stand now, by reference.
   *
   * @param references cases that the current account may see
   */
  public List<Found> of(Collection<Reference> references, FindingFilter filter) {
    return deadlines.judge(references).stream()
        .flatMap(judgement -> of(judgement, filter).stream())
        .toList();
  }

  /** Those of one case that pass. */
  private List<Found> of(Held held, FindingFilter filter, Viewpoint from) {
    return judge(held, from).map(judgement -> of(judgement, filter)).orElse(List.of());
  }

  private Optional<Judgement> judge(Held held, Viewpoint from) {
    return deadlines.judgeIfPossible(held.file(), from, held.papers());
  }

  private static List<Found> of(Judgement judgement, FindingFilter filter) {
    CaseFile file = judgement.file();
    List<Finding> findings = judgement.findings();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (filter.passes(findings.get(i), file)) {
        found.add(new Found(findings.get(i), file, i + 1));
      }
    }
    return found;
  }

  /** The cases after the reference, read page by page as they are needed, with their papers. */
  private Stream<Held> held(@Nullable Reference after, Viewpoint from) {
    String first = after == null ? null : after.value();
    return Stream.iterate(
            chunk(first, from),
            page -> page != null,
            page -> page.next() == null ? null : chunk(page.next(), from))
        .flatMap(page -> Held.of(page.items(), deadlines.papers(page.items(), from.knownAt())));
  }

  private Page<CaseFile> chunk(@Nullable String after, Viewpoint from) {
    return hindsight.list(after, CHUNK, from.knownAt());
  }

  /** A case and its papers. */
  private record Held(CaseFile file, Papers papers) {

    static Held of(CaseFile file, Papers.OfCases papers) {
      return new Held(file, papers.of(file.reference()));
    }

    static Stream<Held> of(List<CaseFile> files, Papers.OfCases papers) {
      return files.stream().map(file -> of(file, papers));
    }
  }

  private record Place(@Nullable Reference reference, int number) {

    static Place of(@Nullable String key) {
      if (key == null) {
        return new Place(null, 0);
      }
      int dot = key.indexOf('.');
      if (dot < 0 || !key.substring(dot + 1).matches("\\d{1,6}")) {
        throw Refusal.of(Kind.INVALID_PARAMETER, "parameter.wrong", "after");
      }
      return new Place(
          new Reference(key.substring(0, dot)), Integer.parseInt(key.substring(dot + 1)));
    }
  }
}
