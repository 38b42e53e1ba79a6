package org.chancery.report.web;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;

/** A kind of file in which the report leaves the house, in the language of the current reader. */
sealed interface Export permits CsvExport, XlsxExport, PdfExport, IcsExport, JsonExport {

  /** What the names of its files end in, without the dot. */
  String ending();

  /** Its media type, with its character set where it has one. */
  MediaType type();

  /**
   * Writes the answer, item by item.
   *
   * @throws IOException when it cannot be written on; what has been written then is no whole file
   */
  void write(Answered answer, OutputStream out) throws IOException;
}
