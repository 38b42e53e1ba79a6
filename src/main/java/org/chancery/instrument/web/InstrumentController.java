package org.chancery.instrument.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Description;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Opening;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.instrument.web.CaseView.Related;
import org.chancery.web.Described;
import org.chancery.web.Etag;
import org.chancery.web.MergePatch;
import org.chancery.web.Page;
import org.chancery.web.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases: opened, found, read, corrected. */
@RestController
@RequestMapping("/api/instruments")
class InstrumentController {

  private final Instruments instruments;
  private final Bodies bodies;
  private final Reading reading;
  private final ObjectMapper json;

  InstrumentController(Instruments instruments, Bodies bodies, Reading reading, ObjectMapper json) {
    this.instruments = instruments;
    this.bodies = bodies;
    this.reading = reading;
    this.json = json;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<CaseView> open(@Described(Opening.class) @RequestBody JsonNode body) {
    CaseFile file = instruments.open(Opening.of(body, reading));
    return ResponseEntity.created(URI.create("/api/instruments/" + file.reference()))
        .eTag(Etag.of(file.instrument().version()))
        .body(view(file, parent(file))); // Nothing can stand under it yet.
  }

  @GetMapping
  ResponseEntity<Page<CaseView>> list(
      @RequestParam(required = false) @Nullable String slug,
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(required = false) @Nullable InstrumentType type,
      @RequestParam(required = false) @Nullable PartyCode party,
      @RequestParam(required = false) @Nullable BodyCode body,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Reference parent,
      @RequestParam(required = false) @Nullable Instant updatedSince,
      @RequestParam(required = false) @Nullable Reference after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    bodies.requireKnown(body);
    Filter filter = new Filter(slug, stage, type, party, body, language, q, parent, updatedSince);
    return instruments
        .list(filter, after == null ? null : after.value(), limit)
        .map(file -> CaseView.of(file, instruments.today(), List.of()))
        .answer();
  }

  @GetMapping("/{reference}")
  ResponseEntity<CaseView> get(@PathVariable Reference reference) {
    CaseFile file = instruments.get(reference);
    return ResponseEntity.ok().eTag(Etag.of(file.instrument().version())).body(view(file));
  }

  @PatchMapping("/{reference}")
  ResponseEntity<CaseView> describe(
      @PathVariable Reference reference,
      @Described(Description.class) @RequestBody JsonNode patch,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    CaseFile before = instruments.get(reference);
    JsonNode merged = MergePatch.apply(json.valueToTree(before.description()), patch);
    Description description = reading.read(merged, Description.class);
    CaseFile after = instruments.describe(reference, description, ifMatch);
    return ResponseEntity.ok().eTag(Etag.of(after.instrument().version())).body(view(after));
  }

  private CaseView view(CaseFile file) {
    List<Related> relations = new ArrayList<>(parent(file));
    instruments
        .children(file.reference())
        .forEach(child -> relations.add(related(child, child.description(), Related.Role.CHILD)));
    return view(file, relations);
  }

  private CaseView view(CaseFile file, List<Related> relations) {
    return CaseView.of(file, instruments.today(), relations);
  }

  private List<Related> parent(CaseFile file) {
    return Optional.ofNullable(file.instrument().parentReference())
        .flatMap(instruments::ifSeen)
        .map(parent -> List.of(related(parent, file.description(), Related.Role.PARENT)))
        .orElse(List.of());
  }

  private static Related related(Instrument other, Description lower, Related.Role role) {
    Description.@Nullable Parent parent = lower.parent();
    return new Related(
        other.reference(),
        other.description().slug(),
        parent == null ? null : parent.relation(),
        role);
  }
}
