package org.chancery.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Role;
import org.chancery.archive.Archives;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Zones;
import org.chancery.web.Outgoing;
import org.chancery.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the registrar takes the whole register out of the house, as one file. */
@Controller
@RequestMapping("/archive")
class ArchivePages {

  private static final Logger LOG = LoggerFactory.getLogger(ArchivePages.class);

  private final Archives archives;
  private final Accounts accounts;
  private final Zones zones;
  private final Clock clock;

  ArchivePages(Archives archives, Accounts accounts, Zones zones, Clock clock) {
    this.archives = archives;
    this.accounts = accounts;
    this.zones = zones;
    this.clock = clock;
  }

  @GetMapping
  String page(Model model) {
    requireRegistrar();
    model.addAttribute("extent", archives.extent());
    model.addAttribute("command", Archives.IMPORT);
    return "archive";
  }

  /**
   * Sends the archive. It is written aside first, so that who takes it slowly holds nothing of the
   * register. A download that breaks off has no end, and no program takes it for whole.
   */
  @PostMapping
  void download(HttpServletResponse response) throws IOException {
    Account registrar = requireRegistrar();
    LOG.info("{} takes the whole register out as an archive", registrar.name());
    String name = "chancery-" + AsOf.now(clock).dayIn(zones.home()) + ".zip";
    Path aside = Files.createTempFile("chancery-", ".zip");
    try {
      try (OutputStream file = Files.newOutputStream(aside)) {
        archives.export(file, bytes -> {});
      }
      response.setContentType("application/zip");
      response.setContentLengthLong(Files.size(aside));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(name).build().toString());
      Outgoing.send(response, out -> Files.copy(aside, out));
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private Account requireRegistrar() {
    Account account = accounts.current();
    if (!account.is(Role.REGISTRAR)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "archive.registrar");
    }
    return account;
  }
}
