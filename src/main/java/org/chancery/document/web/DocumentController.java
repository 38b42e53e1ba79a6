package org.chancery.document.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.chancery.document.Document;
import org.chancery.document.Document.Version;
import org.chancery.document.Documents;
import org.chancery.document.Filed;
import org.chancery.document.NewDocument;
import org.chancery.instrument.Reference;
import org.chancery.web.Etag;
import org.chancery.web.Page;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The texts of a case, by language and version: put in and read, never changed. */
@RestController
@RequestMapping("/api/instruments/{reference}/documents")
class DocumentController {

  private final Documents documents;
  private final Reading reading;

  DocumentController(Documents documents, Reading reading) {
    this.documents = documents;
    this.reading = reading;
  }

  @GetMapping
  ResponseEntity<Page<Document>> list(
      @PathVariable Reference reference,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    List<Document> later =
        documents.of(reference).stream()
            .filter(document -> document.id() > after)
            .limit(Page.limit(limit) + 1L)
            .toList();
    return Page.of(later, limit, document -> String.valueOf(document.id())).answer();
  }

  /** The very same content again answers with the document that has it. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(content = @Content(schema = @Schema(implementation = DocumentBody.class)))
  ResponseEntity<Document> add(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request) {
    NewDocument said = said(fields, file, NewDocument.class);
    Filed filed = documents.add(reference, said, FirstLook.of(request));
    Document document = filed.document();
    return answer(filed, at(reference, document)).eTag(Etag.of(document.changes())).body(document);
  }

  @GetMapping("/{id}")
  ResponseEntity<Document> get(@PathVariable Reference reference, @PathVariable int id) {
    Document document = documents.get(reference, id);
    return ResponseEntity.ok().eTag(Etag.of(document.changes())).body(document);
  }

  @GetMapping("/{id}/versions")
  ResponseEntity<Page<Version>> versions(
      @PathVariable Reference reference,
      @PathVariable int id,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    List<Version> later =
        documents.get(reference, id).versions().stream()
            .filter(version -> version.number() > after)
            .limit(Page.limit(limit) + 1L)
            .toList();
    return Page.of(later, limit, version -> String.valueOf(version.number())).answer();
  }

  /** The content of the newest version again answers with that version. */
  @PostMapping(path = "/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(content = @Content(schema = @Schema(implementation = VersionBody.class)))
  ResponseEntity<Version> revise(
      @PathVariable Reference reference,
      @PathVariable int id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request) {
    NewVersion said = said(fields, file, NewVersion.class);
    Filed filed = documents.revise(reference, id, said.remark(), FirstLook.of(request));
    String at = at(reference, filed.document()) + "/versions/" + filed.version().number();
    return answer(filed, at).body(filed.version());
  }

  @GetMapping("/{id}/versions/{number}")
  Version version(
      @PathVariable Reference reference, @PathVariable int id, @PathVariable int number) {
    return documents.get(reference, id).version(number);
  }

  @GetMapping(path = "/{id}/content", produces = MediaType.ALL_VALUE)
  @Binary
  ResponseEntity<InputStreamResource> content(
      @PathVariable Reference reference, @PathVariable int id) {
    return Download.of(documents.get(reference, id).newest(), documents);
  }

  @GetMapping(path = "/{id}/versions/{number}/content", produces = MediaType.ALL_VALUE)
  @Binary
  ResponseEntity<InputStreamResource> content(
      @PathVariable Reference reference, @PathVariable int id, @PathVariable int number) {
    return Download.of(documents.get(reference, id).version(number), documents);
  }

  private static ResponseEntity.BodyBuilder answer(Filed filed, String at) {
    return filed.isNew()
        ? ResponseEntity.created(URI.create(at))
        : ResponseEntity.ok().location(URI.create(at));
  }

  private static String at(Reference reference, Document document) {
    return "/api/instruments/" + reference + "/documents/" + document.id();
  }

  private <T> T said(
      MultiValueMap<String, String> fields, @Nullable MultipartFile file, Class<T> type) {
    List<Fault> faults = new ArrayList<>();
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    fields.toSingleValueMap().forEach(tree::put);
    @Nullable T said = reading.read(tree, type, "", faults);
    if (file == null) {
      faults.add(Fault.at("/file", "document.file.missing"));
    }
    if (said == null || !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return said;
  }
}
