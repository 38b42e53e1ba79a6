package org.chancery.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.document.CustodyAct.Kind;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done with the originals, as rows; they are added and never changed. */
@Repository
class CustodyTable {

  private static final String BETWEEN = ",";

  private final JdbcClient jdbc;

  CustodyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was done with the originals of the case, in the order of recording. */
  List<CustodyAct> of(Reference reference) {
    return jdbc.sql("select * from custody_act where reference = ? order by id")
        .param(reference.value())
        .query(CustodyTable::act)
        .list();
  }

  /**
   * The same for many cases as they were known at the instant, null standing for now, in one query;
   * a case without originals is left out.
   */
  Map<Reference, List<CustodyAct>> of(Collection<Reference> references, @Nullable Instant knownAt) {
    Map<Reference, List<CustodyAct>> acts = new HashMap<>();
    if (references.isEmpty()) {
      return acts;
    }
    jdbc.sql("select * from custody_act where reference in (:references) order by reference, id")
        .param("references", references.stream().map(Reference::value).toList())
        .query(
            row -> {
              Reference of = new Reference(row.getString("reference"));
              CustodyAct act = act(row, 0);
              if (knownAt == null || !act.recordedAt().isAfter(knownAt)) {
                acts.computeIfAbsent(of, each -> new ArrayList<>()).add(act);
              }
            });
    return acts;
  }

  void insert(Reference reference, CustodyAct act) {
    jdbc.sql(
            """
            insert into custody_act (reference, id, kind, original, party, languages, holder_body,
              holder_outside, from_body, from_outside, handover, done_on, remark, reason, corrects,
              body, recorded_by, recorded_at)
            values (:reference, :id, :kind, :original, :party, :languages, :holderBody,
              :holderOutside, :fromBody, :fromOutside, :handover, :on, :remark, :reason, :corrects,
              :body, :by, :at)""")
        .param("reference", reference.value())
        .param("id", act.id())
        .param("kind", act.kind().name())
        .param("original", act.original())
        .param("party", text(act.party()))
        .param("languages", act.languages() == null ? null : String.join(BETWEEN, act.languages()))
        .param("holderBody", act.holder() == null ? null : text(act.holder().body()))
        .param("holderOutside", act.holder() == null ? null : act.holder().outside())
        .param("fromBody", act.from() == null ? null : text(act.from().body()))
        .param("fromOutside", act.from() == null ? null : act.from().outside())
        .param("handover", act.handover())
        .param("on", act.on().edtf())
        .param("remark", act.remark())
        .param("reason", act.reason())
        .param("corrects", act.corrects())
        .param("body", text(act.body()))
        .param("by", act.recordedBy())
        .param("at", act.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static CustodyAct act(ResultSet row, int number) throws SQLException {
    return new CustodyAct(
        row.getInt("id"),
        Kind.valueOf(row.getString("kind")),
        row.getInt("original"),
        optional(row.getString("party"), PartyCode::new),
        optional(row.getString("languages"), text -> List.of(text.split(BETWEEN, -1))),
        holder(row, "holder"),
        holder(row, "from"),
        integer(row, "handover"),
        new StatedDate(row.getString("done_on")),
        row.getString("remark"),
        row.getString("reason"),
        integer(row, "corrects"),
        optional(row.getString("body"), BodyCode::new),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Holder holder(ResultSet row, String role) throws SQLException {
    String body = row.getString(role + "_body");
    String outside = row.getString(role + "_outside");
    return body == null && outside == null
        ? null
        : new Holder(optional(body, BodyCode::new), outside);
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static <T> @Nullable T optional(@Nullable String text, Function<String, T> make) {
    return text == null ? null : make.apply(text);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
