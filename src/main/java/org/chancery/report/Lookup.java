package org.chancery.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Status;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Sight;
import org.jspecify.annotations.Nullable;

/** A question as a condition on the rows {@code v} of {@code verdict}, and what fills it. */
final class Lookup {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> parameters = new HashMap<>();
  private boolean readsTheCase;

  Lookup(Question question, Sight sight, LocalDate day) {
    see(sight);
    narrow(question.filter());
    narrow(question.narrowing(), day);
  }

  private void see(Sight sight) {
    if (!sight.condition().isEmpty()) {
      conditions.add(sight.condition());
      parameters.putAll(sight.parameters());
      readsTheCase = true;
    }
  }

  private void narrow(FindingFilter filter) {
    if (!filter.status().equals(Question.ANY)) {
      where("v.status in (:status)", "status", names(filter.status()));
      between(filter.status());
    }
    where("v.rule = :rule", "rule", filter.rule());
    where("v.body = :body", "body", text(filter.body()));
    where(
        "exists (select 1 from party p where p.reference = v.reference and p.code = :party)",
        "party",
        text(filter.party()));
    where("v.severity = :severity", "severity", text(filter.severity()));
    where("v.basis = :basis", "basis", text(filter.basis()));
    where("v.overdue_since > :since", "since", filter.becameOverdueSince());
  }

  /** So that who reads in the order of places begins with the first that may be asked for. */
  private void between(Collection<Status> statuses) {
    IntSummaryStatistics places = statuses.stream().mapToInt(Place::of).summaryStatistics();
    where("v.place between :firstPlace and :lastPlace", "firstPlace", places.getMin());
    parameters.put("lastPlace", places.getMax());
  }

  private void narrow(Narrowing narrowing, LocalDate day) {
    where("v.kind = :kind", "kind", text(narrowing.kind()));
    where("v.subject = :subject", "subject", narrowing.subject());
    where("v.extended = :extended", "extended", narrowing.extended());
    if (narrowing.type() != null || narrowing.stage() != null) {
      where("i.type = :type", "type", text(narrowing.type()));
      where("i.stage = :stage", "stage", text(narrowing.stage()));
      readsTheCase = true;
    }
    if (narrowing.dueWithin() != null) {
      where("v.status in (:ahead)", "ahead", names(Narrowing.AHEAD));
      where("v.due_on <= :dueBy", "dueBy", day.plusDays(narrowing.dueWithin()));
    }
    if (narrowing.side() != null) {
      narrow(narrowing.side());
    }
    if (narrowing.cases() != null) {
      List<String> cases = narrowing.cases().stream().map(Reference::value).toList();
      where("v.reference in (:cases)", "cases", cases.isEmpty() ? List.of("") : cases);
    }
  }

  private void narrow(Side side) {
    if (side.whose() == Side.Whose.OURS) {
      where("(v.party is null or v.party = :home)", "home", side.home().value());
    } else if (side.other() == null) {
      where("v.party <> :home", "home", side.home().value());
    } else {
      where("v.party = :other", "other", text(side.other()));
    }
  }

  /** From after the place. */
  Lookup after(@Nullable Place last) {
    if (last != null) {
      where(
          "(v.place, v.due_on, v.reference, v.number) > (:place, :dueOn, :reference, :number)",
          "place",
          last.status());
      parameters.put("dueOn", last.dueOn());
      parameters.put("reference", last.reference().value());
      parameters.put("number", last.number());
    }
    return this;
  }

  /** Reads the row of the case too, as {@code i}. */
  Lookup withCase() {
    readsTheCase = true;
    return this;
  }

  private void where(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
  }

  /** What follows {@code select …}. */
  String from() {
    String tables = readsTheCase ? " join instrument i on i.reference = v.reference" : "";
    String all = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return " from verdict v" + tables + all;
  }

  Map<String, @Nullable Object> parameters() {
    return parameters;
  }

  static List<String> names(Collection<Status> statuses) {
    return statuses.stream().map(Status::name).sorted().toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
