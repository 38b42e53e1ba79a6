package org.chancery.instrument.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.chancery.instrument.Event;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.Reference;
import org.chancery.web.Described;
import org.chancery.web.Page;
import org.chancery.web.Reading;
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

/** What happened to a case: read and recorded, never changed. */
@RestController
@RequestMapping("/api/instruments/{reference}/events")
class EventController {

  private final Instruments instruments;
  private final Reading reading;

  EventController(Instruments instruments, Reading reading) {
    this.instruments = instruments;
    this.reading = reading;
  }

  @GetMapping
  ResponseEntity<Page<Event>> list(
      @PathVariable Reference reference,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    List<Event> later =
        instruments.get(reference).events().stream()
            .filter(event -> event.id() > after)
            .limit(Page.limit(limit) + 1L)
            .toList();
    return Page.of(later, limit, event -> String.valueOf(event.id())).answer();
  }

  @GetMapping("/{id}")
  Event get(@PathVariable Reference reference, @PathVariable int id) {
    return instruments.get(reference).events().stream()
        .filter(event -> event.id() == id)
        .findFirst()
        .orElseThrow(() -> org.chancery.web.Refusal.notFound("event.unknown", id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Event> record(
      @PathVariable Reference reference, @Described(NewEvent.class) @RequestBody JsonNode body) {
    Event event = instruments.record(reference, reading.read(body, NewEvent.class));
    URI location = URI.create("/api/instruments/" + reference + "/events/" + event.id());
    return ResponseEntity.created(location).body(event);
  }
}
