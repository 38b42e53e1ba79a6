package org.chancery.instrument.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Opening;
import org.chancery.web.Described;
import org.chancery.web.Outgoing;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Opens many cases at once, from lines of JSON. The file is received whole, for a sender who reads
 * no answer before he has sent all would else wait for us, and we for him; then it is worked
 * through, and each line's result is sent as soon as it stands.
 */
@RestController
class ImportController {

  static final String LINES = "application/x-ndjson";

  private final Instruments instruments;
  private final Importing importing;
  private final DataSize largest;
  private final Semaphore turns;

  ImportController(
      Instruments instruments,
      Importing importing,
      @Value("${chancery.import.max-size}") DataSize largest,
      @Value("${chancery.import.at-once}") int atOnce) {
    this.instruments = instruments;
    this.importing = importing;
    this.turns = new Semaphore(atOnce);
    this.largest = largest;
  }

  /**
   * The results, a line each.
   *
   * @param dryRun whether each line is only tried, by itself, and nothing stored
   */
  @PostMapping(path = "/api/instruments:import", consumes = LINES, produces = LINES)
  void importCases(
      @Described(value = Opening.class, as = LINES) InputStream body,
      @RequestParam(defaultValue = "false") boolean dryRun,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    instruments.requireOpener();
    if (!turns.tryAcquire()) {
      throw Refusal.of(Kind.BUSY, "import.busy");
    }
    try {
      take(body, dryRun, request, response);
    } finally {
      turns.release();
    }
  }

  private void take(
      InputStream body, boolean dryRun, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Submission submission = Submission.of(request, dryRun);
    Path file = Files.createTempFile("import", ".ndjson");
    try {
      receive(body, file);
      response.setContentType(LINES);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      Outgoing.send(response, out -> work(submission, file, out));
    } finally {
      Files.delete(file);
    }
  }

  private void receive(InputStream body, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      long most = largest.toBytes();
      byte[] part = new byte[1 << 16];
      long size = 0;
      for (int read = body.read(part); read >= 0; read = body.read(part)) {
        size += read;
        if (size > most) {
          throw Refusal.of(Kind.TOO_LARGE, "import.large", largest.toMegabytes());
        }
        out.write(part, 0, read);
      }
    }
  }

  private void work(Submission submission, Path file, OutputStream out) throws IOException {
    try (InputStream lines = Files.newInputStream(file)) {
      importing.work(submission, Line.of(lines), out);
    }
  }
}
