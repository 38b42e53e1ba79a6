package org.chancery.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Standing;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.notice.Letter.Line;
import org.chancery.notice.Letter.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a digest tells: of each deadline that changed the last change, and no more than one reads.
 */
@Component
class DigestLines {

  /** More lines nobody reads; the report shows them all. */
  private static final int MOST = 50;

  private final ChangeTable changes;
  private final Instruments instruments;
  private final Deadlines deadlines;
  private final NoticeSettings settings;

  DigestLines(
      ChangeTable changes, Instruments instruments, Deadlines deadlines, NoticeSettings settings) {
    this.changes = changes;
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  /** What the current account, who reads it, may see; worst first. */
  List<Section> of(Account reader, Dispatch dispatch, Words words) {
    Map<Change, List<Line>> lines = new EnumMap<>(Change.class);
    Collection<Changed> last = last(reader, dispatch);
    int shown = 0;
    int more = 0;
    for (Changed each : last) {
      if (shown == MOST) {
        more += instruments.ifSeen(each.reference()).isPresent() ? 1 : 0;
        continue;
      }
      Optional<Line> line = line(each, words);
      if (line.isPresent()) {
        lines.computeIfAbsent(each.change(), change -> new ArrayList<>()).add(line.get());
        shown++;
      }
    }
    return sections(lines, more, words);
  }

  /** Of each deadline what changed last, the worst first. */
  private Collection<Changed> last(Account reader, Dispatch dispatch) {
    record Place(Reference reference, int milestone) {}
    Map<Place, Changed> last = new LinkedHashMap<>();
    changes
        .of(reader.bodies(), dispatch.after(), dispatch.until())
        .forEach(each -> last.put(new Place(each.reference(), each.milestone()), each));
    return last.values().stream()
        .sorted(
            Comparator.comparing(Changed::change)
                .thenComparing(Changed::reference)
                .thenComparing(Changed::milestone))
        .toList();
  }

  private List<Section> sections(Map<Change, List<Line>> lines, int more, Words words) {
    List<Section> sections = new ArrayList<>();
    lines.forEach((change, of) -> sections.add(new Section(words.text("change." + change), of)));
    if (more > 0) {
      sections.add(new Section(null, List.of(new Line(null, words.text("more", more), null))));
    }
    return sections;
  }

  private Optional<Line> line(Changed changed, Words words) {
    return instruments
        .ifSeen(changed.reference())
        .map(seen -> instruments.get(seen.reference()))
        .flatMap(
            file ->
                deadlines
                    .judgeDeadlines(file)
                    .standing(changed.milestone())
                    .filter(standing -> changed.change().holds(Band.of(standing.status())))
                    .map(standing -> text(file, standing, words))
                    .map(text -> new Line(null, text, page(changed.reference()))));
  }

  private static String text(CaseFile file, Standing standing, Words words) {
    LocalDate latest = standing.due().latest();
    return words.text(
        "line",
        file.reference().value(),
        file.description().title().in(words.locale()),
        words.milestone(file.milestone(standing.milestone()).orElseThrow()),
        latest == null ? "" : words.day(latest));
  }

  private @Nullable String page(Reference reference) {
    return settings.page("/instruments/" + reference);
  }
}
