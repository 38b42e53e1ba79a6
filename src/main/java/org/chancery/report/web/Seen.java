package org.chancery.report.web;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Instruments;
import org.chancery.web.Page;
import org.springframework.stereotype.Component;

/** All the cases that fit and that the reader may see, read page by page as they are needed. */
@Component
class Seen {

  private static final int CHUNK = 200;

  private final Instruments instruments;

  Seen(Instruments instruments) {
    this.instruments = instruments;
  }

  /** The cases one after the other. */
  Stream<CaseFile> cases(Filter filter) {
    return chunks(filter).flatMap(List::stream);
  }

  /** The cases by the two hundred. */
  Stream<List<CaseFile>> chunks(Filter filter) {
    return Stream.iterate(
            instruments.list(filter, null, CHUNK),
            page -> page != null,
            page -> page.next() == null ? null : instruments.list(filter, page.next(), CHUNK))
        .map(Page::items);
  }
}
