package org.chancery.document.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.chancery.document.Custody;
import org.chancery.document.NewCustodyAct;
import org.chancery.document.Original;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Described;
import org.chancery.web.Etag;
import org.chancery.web.Page;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has each paper original since when; what is done with it is recorded, never changed. */
@RestController
@RequestMapping("/api/instruments/{reference}/custody")
class CustodyController {

  private final Instruments instruments;
  private final Custody custody;
  private final Reading reading;

  CustodyController(Instruments instruments, Custody custody, Reading reading) {
    this.instruments = instruments;
    this.custody = custody;
    this.reading = reading;
  }

  @GetMapping
  ResponseEntity<Page<Original>> list(
      @PathVariable Reference reference,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    List<Original> later =
        custody.of(reference).stream()
            .filter(original -> original.number() > after)
            .limit(Page.limit(limit) + 1L)
            .toList();
    return Page.of(later, limit, original -> String.valueOf(original.number())).answer();
  }

  @GetMapping("/{number}")
  ResponseEntity<Original> get(@PathVariable Reference reference, @PathVariable int number) {
    CaseFile file = instruments.get(reference);
    Original found =
        custody.of(file).stream()
            .filter(original -> original.number() == number)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("custody.unknown", number));
    return ResponseEntity.ok().eTag(Etag.of(file.instrument().version())).body(found);
  }

  /** One act: a registration, a handover, a receipt or a refusal; answers the original with it. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Original> record(
      @PathVariable Reference reference,
      @Described(NewCustodyAct.class) @RequestBody JsonNode body) {
    Original original = custody.record(reference, NewCustodyAct.of(body, reading));
    String path = "/api/instruments/" + reference + "/custody/" + original.number();
    return ResponseEntity.created(URI.create(path)).body(original);
  }
}
