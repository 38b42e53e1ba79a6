package org.chancery.deadline.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.chancery.deadline.Deciding;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Decision.Kind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewDecision;
import org.chancery.instrument.Reference;
import org.chancery.web.Described;
import org.chancery.web.Page;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What managers decide on a deadline: made, confirmed and read, never changed. */
@RestController
@RequestMapping("/api/instruments/{reference}/milestones/{milestone}")
class DecisionController {

  private final Instruments instruments;
  private final Deciding deciding;
  private final Reading reading;

  DecisionController(Instruments instruments, Deciding deciding, Reading reading) {
    this.instruments = instruments;
    this.deciding = deciding;
    this.reading = reading;
  }

  @PostMapping("/extensions")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Decision> extend(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @Described(NewDecision.Extension.class) @RequestBody JsonNode body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return decide(reference, milestone, "extensions", ifMatch, body, NewDecision.Extension.class);
  }

  /** Only proposes: a second manager confirms. */
  @PostMapping("/waivers")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Decision> waive(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @Described(NewDecision.Waiver.class) @RequestBody JsonNode body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return decide(reference, milestone, "waivers", ifMatch, body, NewDecision.Waiver.class);
  }

  @PostMapping("/suspensions")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Decision> suspend(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @Described(NewDecision.Suspension.class) @RequestBody JsonNode body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return decide(reference, milestone, "suspensions", ifMatch, body, NewDecision.Suspension.class);
  }

  @PostMapping("/waivers/{id}/confirmation")
  Decision confirm(
      @PathVariable Reference reference, @PathVariable int milestone, @PathVariable int id) {
    return deciding.confirm(reference, milestone, id);
  }

  @PostMapping("/waivers/{id}/withdrawal")
  Decision withdraw(
      @PathVariable Reference reference, @PathVariable int milestone, @PathVariable int id) {
    return deciding.withdraw(reference, milestone, id);
  }

  @GetMapping("/extensions")
  ResponseEntity<Page<Decision>> extensions(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    return page(reference, milestone, Kind.EXTENSION, after, limit);
  }

  @GetMapping("/waivers")
  ResponseEntity<Page<Decision>> waivers(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    return page(reference, milestone, Kind.WAIVER, after, limit);
  }

  @GetMapping("/suspensions")
  ResponseEntity<Page<Decision>> suspensions(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    return page(reference, milestone, Kind.SUSPENSION, after, limit);
  }

  @GetMapping("/extensions/{id}")
  Decision extension(
      @PathVariable Reference reference, @PathVariable int milestone, @PathVariable int id) {
    return one(reference, milestone, Kind.EXTENSION, id);
  }

  @GetMapping("/waivers/{id}")
  Decision waiver(
      @PathVariable Reference reference, @PathVariable int milestone, @PathVariable int id) {
    return one(reference, milestone, Kind.WAIVER, id);
  }

  @GetMapping("/suspensions/{id}")
  Decision suspension(
      @PathVariable Reference reference, @PathVariable int milestone, @PathVariable int id) {
    return one(reference, milestone, Kind.SUSPENSION, id);
  }

  private ResponseEntity<Decision> decide(
      Reference reference,
      int milestone,
      String place,
      @Nullable String ifMatch,
      JsonNode body,
      Class<? extends NewDecision> type) {
    NewDecision said = NewDecision.of(body, type, reading);
    Decision made = deciding.decide(reference, milestone, said, ifMatch);
    HttpStatus status =
        made.state() == Decision.State.PROPOSED ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
    String path = "/api/instruments/%s/milestones/%d/%s/%d";
    return ResponseEntity.status(status)
        .location(URI.create(path.formatted(reference, milestone, place, made.id())))
        .body(made);
  }

  private ResponseEntity<Page<Decision>> page(
      Reference reference, int milestone, Kind kind, int after, int limit) {
    List<Decision> later =
        all(reference, milestone, kind).stream()
            .filter(decision -> decision.id() > after)
            .limit(Page.limit(limit) + 1L)
            .toList();
    return Page.of(later, limit, decision -> String.valueOf(decision.id())).answer();
  }

  private Decision one(Reference reference, int milestone, Kind kind, int id) {
    return all(reference, milestone, kind).stream()
        .filter(decision -> decision.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("decision.unknown", id));
  }

  private List<Decision> all(Reference reference, int milestone, Kind kind) {
    CaseFile file = instruments.get(reference);
    if (file.milestone(milestone).isEmpty()) {
      throw Refusal.notFound("milestone.unknown", milestone);
    }
    return file.decisionsOn(milestone).filter(decision -> decision.kind() == kind).toList();
  }
}
