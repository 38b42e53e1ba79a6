package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.ChanceryTest;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.Deadlines;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Opening;
import org.chancery.web.Reading;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * Cases that are opened together, in one transaction, leave what each leaves that is opened alone:
 * the instruments of the seeds, of every kind and at every stage.
 */
@ChanceryTest
@ContextConfiguration(initializers = PostOffice.class)
class OpenedTogetherTest {

  /** What follows of a case, each under a name; its own reference is a blank. */
  private static final Map<String, String> FOLLOWS =
      Map.of(
          "record",
          "select stage, in_force, version from instrument where reference = :case",
          "milestones",
          "select id, kind, due, term, body from milestone where reference = :case order by id",
          "who sees it",
          "select body from involvement where reference = :case order by body",
          "journal",
          "select number, change, account from journal where reference = :case order by number",
          "verdicts",
          """
          select number, status, place, due_on, zone, late_by, overdue_since, extended, kind, rule,
            body, party, severity, basis
          from verdict where reference = :case order by number""",
          "who is told",
          "select viewer from verdict_viewer where reference = :case order by viewer",
          "watched",
          """
          select milestone, band, due, rung from notice_watch where reference = :case
          order by milestone""",
          "tasks",
          """
          select t.task_def_key_, t.name_, t.priority_, t.due_date_, l.group_id_, a.perms_
          from act_ru_task t
            join act_ru_execution p on p.id_ = t.proc_inst_id_ and p.business_key_ = :case
            left join act_ru_identitylink l on l.task_id_ = t.id_
            left join act_ru_authorization a on a.resource_id_ = t.id_ and a.group_id_ = l.group_id_
          order by 1, 2, 3, 4, 5""",
          "what tasks show",
          """
          select t.task_def_key_, v.name_, v.text_ from act_ru_variable v
            join act_ru_task t on t.id_ = v.task_id_
            join act_ru_execution p on p.id_ = t.proc_inst_id_ and p.business_key_ = :case
          order by 1, 2, 3""",
          "processes",
          """
          select e.act_id_, e.is_active_, e.is_scope_ from act_ru_execution e
            join act_ru_execution p on p.id_ = e.proc_inst_id_ and p.business_key_ = :case
          order by 1, 2, 3""");

  private static final String LODGED = "medical-insurance-cooperation";
  private static final String SUCCEEDED = "cooperation-programme-2022-2026";
  private static final String SUCCESSOR = "trade-turnover-target";

  @Autowired Deadlines deadlines;
  @Autowired Instruments instruments;
  @Autowired Accounts accounts;
  @Autowired Reading reading;
  @Autowired JdbcClient jdbc;

  @Test
  void leaveWhatEachLeavesAlone() throws IOException {
    Map<String, Long> before = counts();
    List<Opening> openings = openings("t-");
    List<CaseFile> together = accounts.as(Account.HOUSE, () -> instruments.open(openings));
    Map<String, Long> between = counts();
    List<CaseFile> alone = new ArrayList<>();
    for (Opening each : openings("a-")) {
      alone.add(accounts.as(Account.HOUSE, () -> instruments.open(each)));
    }
    // The parents, of those that were opened under them after.
    alone.forEach(each -> accounts.as(Account.HOUSE, () -> rejudged(each)));
    assertThat(together).hasSizeGreaterThan(20);
    for (int n = 0; n < together.size(); n++) {
      assertThat(follows(together.get(n)))
          .as(together.get(n).description().slug())
          .isEqualTo(follows(alone.get(n)));
    }
    assertThat(added(before, between)).isNotEmpty().isEqualTo(added(between, counts()));
    for (String what : List.of("tasks", "watched", "verdicts")) {
      assertThat(together.stream().flatMap(each -> rows(each, what).stream())).isNotEmpty();
    }
    assertThat(together.stream().flatMap(each -> rows(each, "journal").stream()))
        .anyMatch(row -> row.contains("ORIGINAL_REGISTERED"));
    assertThat(together).anyMatch(each -> each.instrument().parentReference() != null);
  }

  private CaseFile rejudged(CaseFile file) {
    deadlines.rejudge(file.reference());
    return file;
  }

  /** Under names of their own, parents first; one replaces another, the paper of one is lodged. */
  private List<Opening> openings(String prefix) throws IOException {
    List<ObjectNode> trees = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.sorted().toList()) {
        ObjectNode tree = (ObjectNode) new YAMLMapper().readTree(file.toFile());
        if (tree.path("slug").asText().equals(SUCCESSOR)) {
          tree.putObject("parent").put("slug", SUCCEEDED).put("relation", "REPLACES");
        }
        if (tree.path("slug").asText().equals(LODGED)) {
          tree.withArray("events")
              .addObject()
              .put("kind", "ORIGINAL_LODGED")
              .put("on", "2025-04-01");
        }
        rename(tree, prefix);
        if (tree.path("parent") instanceof ObjectNode parent) {
          rename(parent, prefix);
        }
        trees.add(tree);
      }
    }
    return trees.stream()
        .sorted(Comparator.comparing(tree -> tree.has("parent")))
        .map(tree -> Opening.of(tree, reading))
        .toList();
  }

  private static void rename(ObjectNode tree, String prefix) {
    tree.put("slug", prefix + tree.path("slug").asText());
  }

  /** What is counted, and how often. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    for (String table : List.of("verdict_total", "verdict_day")) {
      for (Map<String, Object> row : jdbc.sql("select * from " + table).query().listOfRows()) {
        row.remove("id");
        Long more = ((Number) row.remove("verdicts")).longValue();
        counts.merge(table + row, more, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> added(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> added = new HashMap<>(after);
    before.forEach((what, count) -> added.merge(what, -count, Long::sum));
    added.values().removeIf(count -> count == 0);
    return added;
  }

  private Map<String, List<String>> follows(CaseFile file) {
    Map<String, List<String>> follows = new LinkedHashMap<>();
    FOLLOWS.keySet().stream().sorted().forEach(each -> follows.put(each, rows(file, each)));
    return follows;
  }

  private List<String> rows(CaseFile file, String what) {
    String reference = file.reference().value();
    return jdbc
        .sql(FOLLOWS.getOrDefault(what, ""))
        .param("case", reference)
        .query()
        .listOfRows()
        .stream()
        .map(row -> row.toString().replace(reference, "-"))
        .toList();
  }
}
