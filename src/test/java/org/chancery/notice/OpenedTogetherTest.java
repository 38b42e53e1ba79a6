package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.ChanceryTest;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
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

  @Autowired Instruments instruments;
  @Autowired Accounts accounts;
  @Autowired Reading reading;
  @Autowired JdbcClient jdbc;

  @Test
  void leaveWhatEachLeavesAlone() throws IOException {
    List<Opening> openings = openings();
    List<CaseFile> together = accounts.as(Account.HOUSE, () -> instruments.open(openings));
    List<CaseFile> alone = new ArrayList<>();
    for (Opening each : openings) {
      alone.add(accounts.as(Account.HOUSE, () -> instruments.open(each)));
    }
    assertThat(together).hasSizeGreaterThan(20);
    for (int n = 0; n < together.size(); n++) {
      assertThat(follows(together.get(n)))
          .as(openings.get(n).description().title().toString())
          .isEqualTo(follows(alone.get(n)));
    }
    assertThat(together.stream().flatMap(each -> rows(each, "tasks").stream())).isNotEmpty();
    assertThat(together.stream().flatMap(each -> rows(each, "watched").stream())).isNotEmpty();
    assertThat(together.stream().flatMap(each -> rows(each, "verdicts").stream())).isNotEmpty();
  }

  /** Without the names and parents by which the seeds are there already. */
  private List<Opening> openings() throws IOException {
    List<Opening> openings = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.sorted().toList()) {
        ObjectNode tree = (ObjectNode) new YAMLMapper().readTree(file.toFile());
        tree.remove(List.of("slug", "parent"));
        openings.add(Opening.of(tree, reading));
      }
    }
    return openings;
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
