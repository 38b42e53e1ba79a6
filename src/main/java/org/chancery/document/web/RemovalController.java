package org.chancery.document.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.chancery.document.NewRemoval;
import org.chancery.document.Removal;
import org.chancery.document.Removals;
import org.chancery.document.VersionAddress;
import org.chancery.instrument.Reference;
import org.chancery.web.Described;
import org.chancery.web.Reading;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Texts filed by mistake are taken out, by two people; a version says what became of it. */
@RestController
@RequestMapping("/api/instruments/{reference}/documents/{id}/versions/{number}/removals")
class RemovalController {

  private final Removals removals;
  private final Reading reading;

  RemovalController(Removals removals, Reading reading) {
    this.removals = removals;
    this.reading = reading;
  }

  /** Only proposes: a second person confirms. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Removal propose(
      @PathVariable Reference reference,
      @PathVariable int id,
      @PathVariable int number,
      @Described(NewRemoval.class) @RequestBody JsonNode body) {
    return removals.propose(
        new VersionAddress(reference, id, number), reading.read(body, NewRemoval.class));
  }

  @PostMapping("/{removal}/confirmation")
  Removal confirm(
      @PathVariable Reference reference,
      @PathVariable int id,
      @PathVariable int number,
      @PathVariable int removal) {
    return removals.confirm(new VersionAddress(reference, id, number), removal);
  }

  @PostMapping("/{removal}/withdrawal")
  Removal withdraw(
      @PathVariable Reference reference,
      @PathVariable int id,
      @PathVariable int number,
      @PathVariable int removal) {
    return removals.withdraw(new VersionAddress(reference, id, number), removal);
  }
}
