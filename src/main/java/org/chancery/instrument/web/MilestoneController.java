package org.chancery.instrument.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.NewMilestone;
import org.chancery.instrument.Reference;
import org.chancery.web.Described;
import org.chancery.web.Etag;
import org.chancery.web.MergePatch;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The deadlines of a case: added and corrected. Their status is read where it is judged. */
@RestController
@RequestMapping("/api/instruments/{reference}/milestones")
class MilestoneController {

  private final Instruments instruments;
  private final Reading reading;
  private final ObjectMapper json;

  MilestoneController(Instruments instruments, Reading reading, ObjectMapper json) {
    this.instruments = instruments;
    this.reading = reading;
    this.json = json;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Milestone> add(
      @PathVariable Reference reference,
      @Described(NewMilestone.class) @RequestBody JsonNode body) {
    Milestone added = instruments.add(reference, reading.read(body, NewMilestone.class));
    URI location = URI.create("/api/instruments/" + reference + "/milestones/" + added.id());
    return ResponseEntity.created(location).body(added);
  }

  @PatchMapping("/{id}")
  ResponseEntity<Milestone> correct(
      @PathVariable Reference reference,
      @PathVariable int id,
      @Described(NewMilestone.class) @RequestBody JsonNode patch,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    CaseFile file = instruments.get(reference);
    Milestone before =
        file.milestone(id).orElseThrow(() -> Refusal.notFound("milestone.unknown", id));
    JsonNode merged = MergePatch.apply(json.valueToTree(NewMilestone.of(before)), patch);
    Milestone after =
        instruments.correct(reference, id, reading.read(merged, NewMilestone.class), ifMatch);
    return ResponseEntity.ok()
        .eTag(Etag.of(instruments.get(reference).instrument().version()))
        .body(after);
  }
}
