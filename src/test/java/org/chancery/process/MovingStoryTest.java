package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases of the register go on after a model has changed under them. */
@ChanceryTest
class MovingStoryTest {

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'On carrying goods by sea'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""";

  private final List<String> deployed = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired Processes processes;
  @Autowired Moving moving;
  @Autowired ModelVersions versions;
  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;

  @AfterEach
  void removesItsModels() {
    deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
  }

  @Test
  void aMovedCaseIsCompletedByWhoHadClaimedIt() throws IOException {
    Reference reference = open();
    tasks.setAssignee(only(reference).id(), "mddtManager");
    deploy("name=\"Draft the text\"", "name=\"Draft the text and its annexes\"");
    assertThat(move(reference, false)).containsExactly(new Outcome.Moved(List.of()));
    assertThat(only(reference).name()).isEqualTo("Draft the text and its annexes");
    assertThat(complete(reference, "mddtClerk").status()).isEqualTo(409);
    assertThat(complete(reference, "mddtManager").status()).isEqualTo(200);
    assertThat(only(reference).step()).isEqualTo("give-expertise");
    assertThat(tasks.getVariablesLocal(only(reference).id()))
        .containsEntry("title", "On carrying goods by sea");
  }

  @Test
  void aCaseThatCannotMoveBeginsAnewAndPassesWhatHasHappened() throws IOException {
    Reference reference = open();
    complete(reference, "mddtClerk");
    deploy("\"give-expertise\"", "\"advise\"");
    assertThat(move(reference, false)).singleElement().isInstanceOf(Outcome.Stayed.class);
    assertThat(only(reference).step()).isEqualTo("give-expertise");
    assertThat(move(reference, true)).singleElement().isInstanceOf(Outcome.BegunAnew.class);
    assertThat(only(reference).step()).isEqualTo("advise");
    assertThat(versions.behind(reference)).isEmpty();
  }

  private List<Outcome> move(Reference reference, boolean anew) {
    List<Outcome> outcomes = new ArrayList<>();
    moving.move(new Moving.Order(reference, false, anew), result -> outcomes.add(result.outcome()));
    return outcomes;
  }

  private void deploy(String was, String is) throws IOException {
    String model = Files.readString(Path.of("processes/lifecycle/preparation.bpmn"));
    String newer = model.replace(was, is);
    assertThat(newer).isNotEqualTo(model);
    deployed.add(
        repository.createDeployment().addString("preparation.bpmn", newer).deploy().getId());
  }

  private Reference open() {
    Caller.Answer opened = Caller.at(port, "mddtClerk").post("/api/instruments", CASE);
    return new Reference(opened.body().path("reference").asText());
  }

  private Caller.Answer complete(Reference reference, String account) {
    return Caller.at(port, account)
        .post("/api/tasks/" + only(reference).id() + "/completion", "{'on': '2026-11-20'}");
  }

  private OpenStep only(Reference reference) {
    assertThat(processes.openSteps(reference)).hasSize(1);
    return processes.openSteps(reference).get(0);
  }
}
