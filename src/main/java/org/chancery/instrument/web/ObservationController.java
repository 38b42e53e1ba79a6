package org.chancery.instrument.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Observed;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Target;
import org.chancery.web.Described;
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

/** The figures observed of a target, each with its source: read and added. */
@RestController
@RequestMapping("/api/instruments/{reference}/targets/{target}/observations")
class ObservationController {

  private final Instruments instruments;
  private final Reading reading;

  ObservationController(Instruments instruments, Reading reading) {
    this.instruments = instruments;
    this.reading = reading;
  }

  @GetMapping
  ResponseEntity<Page<Observed>> list(
      @PathVariable Reference reference,
      @PathVariable String target,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    List<Observed> later =
        all(reference, target).stream()
            .filter(observed -> observed.id() > after)
            .limit(Page.limit(limit) + 1L)
            .toList();
    return Page.of(later, limit, observed -> String.valueOf(observed.id())).answer();
  }

  @GetMapping("/{id}")
  Observed get(
      @PathVariable Reference reference, @PathVariable String target, @PathVariable int id) {
    return all(reference, target).stream()
        .filter(observed -> observed.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("observation.unknown", id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Observed> add(
      @PathVariable Reference reference,
      @PathVariable String target,
      @Described(Target.Observation.class) @RequestBody JsonNode body) {
    Observed added =
        instruments.observe(reference, target, reading.read(body, Target.Observation.class));
    String all = "/api/instruments/" + reference + "/targets/" + added.target() + "/observations/";
    return ResponseEntity.created(URI.create(all + added.id())).body(added);
  }

  private List<Observed> all(Reference reference, String target) {
    return instruments
        .get(reference)
        .description()
        .target(target)
        .map(Observed::all)
        .orElseThrow(() -> Refusal.notFound("target.unknown", target));
  }
}
