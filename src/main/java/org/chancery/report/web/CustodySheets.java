package org.chancery.report.web;

import java.util.List;
import org.chancery.access.Bodies;
import org.chancery.document.Custody;
import org.chancery.document.Original;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a page shows of the originals of a case. */
@Component
class CustodySheets {

  private final Instruments instruments;
  private final Custody custody;
  private final Bodies bodies;

  CustodySheets(Instruments instruments, Custody custody, Bodies bodies) {
    this.instruments = instruments;
    this.custody = custody;
    this.bodies = bodies;
  }

  @Transactional(readOnly = true)
  public CustodySheet of(Reference reference) {
    return of(instruments.get(reference));
  }

  @Transactional(readOnly = true)
  public CustodySheet of(CaseFile file) {
    List<CustodySheet.Row> rows = custody.of(file).stream().map(this::row).toList();
    return new CustodySheet(
        file, rows, custody.mayRegister(file), instruments.today(), bodies.all(), null);
  }

  private CustodySheet.Row row(Original original) {
    return new CustodySheet.Row(
        original, custody.mayHandOver(original), custody.mayAnswer(original));
  }
}
