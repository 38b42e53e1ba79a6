package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@House
class TaskListsTest {

  @Autowired private TaskLists lists;
  @Autowired private FilterService filters;
  @Autowired private AuthorizationService authorizations;
  @Autowired private IdentityService identities;
  @Autowired private TaskService tasks;
  @Autowired private MadeUpPeople people;

  private List<String> rights() {
    return authorizations.createAuthorizationQuery().list().stream()
        .filter(right -> right.getResourceType() != Resources.TASK.resourceType())
        .map(Authorization::getId)
        .sorted()
        .toList();
  }

  private List<String> stored() {
    return filters.createTaskFilterQuery().list().stream().map(Filter::getId).sorted().toList();
  }

  @Test
  void eachHasWhatIsHisAndAllHaveTheRest() {
    assertThat(filters.createTaskFilterQuery().filterName("Mine").count())
        .isEqualTo(people.all().size());
    assertThat(filters.createTaskFilterQuery().filterName("My ministry's").count())
        .isEqualTo(people.bodies().size());
    for (String shared : List.of("Overdue", "Due soon", "All I may see")) {
      assertThat(filters.createTaskFilterQuery().filterName(shared).count()).isOne();
    }
  }

  @Test
  void aSecondStartWritesNothing() {
    List<String> filtersBefore = stored();
    List<String> rightsBefore = rights();
    lists.derive();
    assertThat(stored()).isEqualTo(filtersBefore);
    assertThat(rights()).isEqualTo(rightsBefore);
  }

  @Test
  void aListThatIsThereTwiceIsThereOnceAgain() {
    int before = stored().size();
    Filter overdue = filters.createTaskFilterQuery().filterName("Overdue").singleResult();
    Filter twin = filters.newTaskFilter("Overdue");
    twin.setQuery(overdue.getQuery());
    twin.setProperties(overdue.getProperties());
    filters.saveFilter(twin);
    lists.derive();
    assertThat(stored()).hasSize(before);
    assertThat(filters.createTaskFilterQuery().filterName("Overdue").count()).isOne();
  }

  @Test
  void aListThatIsStoredOtherwiseIsReplaced() {
    List<String> keys = keys();
    Filter overdue = filters.createTaskFilterQuery().filterName("Overdue").singleResult();
    overdue.setQuery(tasks.createTaskQuery().taskMinPriority(1));
    filters.saveFilter(overdue);
    Filter soon = filters.createTaskFilterQuery().filterName("Due soon").singleResult();
    soon.setProperties(Map.of("description", "As an earlier version stored it"));
    filters.saveFilter(soon);
    lists.derive();
    assertThat(keys()).isEqualTo(keys);
  }

  private List<String> keys() {
    return filters.createTaskFilterQuery().list().stream().map(TaskFilter::keyOf).sorted().toList();
  }

  @Test
  void theManagersOfABodyHaveAListOfWhatTheyDecide() {
    assertThat(seenBy("mddtManager", "mddt", "mddtManagers"))
        .containsExactly(
            "To decide", "My ministry's", "Mine", "Overdue", "Due soon", "All I may see");
    assertThat(seenBy("mddtClerk", "mddt"))
        .containsExactly("My ministry's", "Mine", "Overdue", "Due soon", "All I may see");
    assertThat(seenBy("registrar", "registrar"))
        .containsExactly("My office's", "Mine", "Overdue", "Due soon", "All I may see");
  }

  private List<String> seenBy(String account, String... groups) {
    try {
      identities.setAuthentication(account, List.of(groups));
      return filters.createTaskFilterQuery().listPage(0, 99).stream()
          .sorted(Comparator.comparing(list -> (Integer) list.getProperties().get("priority")))
          .map(Filter::getName)
          .toList();
    } finally {
      identities.clearAuthentication();
    }
  }

  @Test
  void whatIsTooMuchIsTakenAway() {
    Authorization tooMuch = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    tooMuch.setGroupId("mddt");
    tooMuch.setResource(Resources.FILTER);
    tooMuch.setResourceId(Authorization.ANY);
    tooMuch.addPermission(Permissions.CREATE);
    authorizations.saveAuthorization(tooMuch);
    lists.derive();
    assertThat(
            authorizations.isUserAuthorized(
                "mddtClerk", List.of("mddt"), Permissions.CREATE, Resources.FILTER))
        .isFalse();
  }

  @Test
  void whoSeesNoCasesHasNoTaskList() {
    for (String group : List.of("operator", "admin", Groups.ADMINISTRATORS)) {
      assertThat(
              authorizations.isUserAuthorized(
                  "admin", List.of(group), Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
          .isFalse();
    }
  }
}
