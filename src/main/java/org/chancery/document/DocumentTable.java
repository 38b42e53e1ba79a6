package org.chancery.document;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.document.Document.Version;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of documents and their versions. */
@Repository
class DocumentTable {

  private final JdbcClient jdbc;
  private final RemovalTable removals;

  DocumentTable(JdbcClient jdbc, RemovalTable removals) {
    this.jdbc = jdbc;
    this.removals = removals;
  }

  /** A version with the document it is of. */
  private record Row(
      Reference reference,
      int id,
      DocumentKind kind,
      String language,
      @Nullable String name,
      Version version) {}

  /** An event that a document proves. */
  private record Proof(Reference reference, int document, int event) {}

  /** The documents of the case, by number. */
  List<Document> of(Reference reference) {
    return of(List.of(reference), null).getOrDefault(reference, List.of());
  }

  /**
   * The documents of each of the cases that has any, by number, as they were known at the instant,
   * null standing for now.
   */
  Map<Reference, List<Document>> of(Collection<Reference> cases, @Nullable Instant knownAt) {
    if (cases.isEmpty()) {
      return Map.of();
    }
    List<String> references = cases.stream().map(Reference::value).toList();
    Map<Reference, Map<Integer, List<Integer>>> proofs = new LinkedHashMap<>();
    for (Proof proof : proofs(references, knownAt)) {
      proofs
          .computeIfAbsent(proof.reference(), each -> new LinkedHashMap<>())
          .computeIfAbsent(proof.document(), each -> new ArrayList<>())
          .add(proof.event());
    }
    Map<Reference, List<Document>> found = new LinkedHashMap<>();
    rows(references, knownAt).stream()
        .collect(
            groupingBy(Row::reference, LinkedHashMap::new, java.util.stream.Collectors.toList()))
        .forEach(
            (reference, rows) ->
                found.put(reference, documents(rows, proofs.getOrDefault(reference, Map.of()))));
    return found;
  }

  private List<Row> rows(List<String> references, @Nullable Instant knownAt) {
    Map<VersionAddress, List<Removal>> removed = removals.of(references, knownAt);
    return jdbc.sql(
            """
            select d.reference, d.id, d.kind, d.language, d.name, v.number, v.sha256, c.size,
              v.media_type, v.file_name, v.remark, v.author, v.added_at
            from document d
            join document_version v on v.reference = d.reference and v.document = d.id
            join content c on c.sha256 = v.sha256
            where d.reference in (:references) and v.added_at <= :knownAt
            order by d.reference, d.id, v.number""")
        .param("references", references)
        .param("knownAt", orLater(knownAt))
        .query((row, number) -> row(row, removed))
        .list();
  }

  private List<Proof> proofs(List<String> references, @Nullable Instant knownAt) {
    return jdbc.sql(
            """
            select reference, document, event from document_proof
            where reference in (:references) and attached_at <= :knownAt
            order by reference, document, number""")
        .param("references", references)
        .param("knownAt", orLater(knownAt))
        .query(
            (row, number) ->
                new Proof(
                    new Reference(row.getString("reference")),
                    row.getInt("document"),
                    row.getInt("event")))
        .list();
  }

  private static List<Document> documents(List<Row> rows, Map<Integer, List<Integer>> proofs) {
    Map<Integer, List<Row>> byId =
        rows.stream()
            .collect(groupingBy(Row::id, LinkedHashMap::new, java.util.stream.Collectors.toList()));
    List<Document> documents = new ArrayList<>();
    byId.forEach(
        (id, versions) -> {
          Row first = versions.get(0);
          documents.add(
              new Document(
                  id,
                  first.kind(),
                  first.language(),
                  first.name(),
                  proofs.getOrDefault(id, List.of()),
                  versions.stream().map(Row::version).toList()));
        });
    return documents;
  }

  /** Adds a document with its first version; the case is locked. */
  void insert(Reference reference, Document document) {
    jdbc.sql(
            """
            insert into document (reference, id, kind, language, name)
            values (:reference, :id, :kind, :language, :name)""")
        .param("reference", reference.value())
        .param("id", document.id())
        .param("kind", document.kind().name())
        .param("language", document.language())
        .param("name", document.name(), java.sql.Types.VARCHAR)
        .update();
    insert(reference, document.id(), document.newest());
  }

  /** Adds a version; the case is locked. */
  void insert(Reference reference, int document, Version version) {
    jdbc.sql(
            """
            insert into document_version (reference, document, number, sha256, media_type,
              file_name, remark, author, added_at)
            values (:reference, :document, :number, :sha256, :mediaType, :fileName, :remark,
              :author, :at)""")
        .param("reference", reference.value())
        .param("document", document)
        .param("number", version.number())
        .param("sha256", version.sha256())
        .param("mediaType", version.mediaType())
        .param("fileName", version.fileName())
        .param("remark", version.remark(), java.sql.Types.VARCHAR)
        .param("author", version.author())
        .param("at", version.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Says that the document proves the event; the case is locked. */
  void attach(Reference reference, int document, int event, String account, Instant at) {
    jdbc.sql(
            """
            insert into document_proof (reference, document, number, event, attached_by,
              attached_at)
            select :reference, :document, coalesce(max(number), 0) + 1, :event, :account, :at
            from document_proof where reference = :reference and document = :document""")
        .param("reference", reference.value())
        .param("document", document)
        .param("event", event)
        .param("account", account)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Row row(ResultSet row, Map<VersionAddress, List<Removal>> removed)
      throws SQLException {
    Reference reference = new Reference(row.getString("reference"));
    int id = row.getInt("id");
    int number = row.getInt("number");
    return new Row(
        reference,
        id,
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("language"),
        row.getString("name"),
        new Version(
            number,
            row.getString("sha256"),
            row.getLong("size"),
            row.getString("media_type"),
            row.getString("file_name"),
            row.getString("remark"),
            row.getString("author"),
            row.getObject("added_at", OffsetDateTime.class).toInstant(),
            removed.getOrDefault(new VersionAddress(reference, id, number), List.of())));
  }

  /** Now is later than all that is recorded. */
  private static OffsetDateTime orLater(@Nullable Instant knownAt) {
    return knownAt == null
        ? OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
        : knownAt.atOffset(ZoneOffset.UTC);
  }
}
