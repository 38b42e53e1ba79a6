package org.chancery.process;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** A search of the engine among the groups of the house: by name and by member. */
final class GroupSearch extends GroupQueryImpl {

  private static final long serialVersionUID = 1L;

  GroupSearch(@Nullable CommandExecutor executor) {
    setCommandExecutor(executor);
  }

  @Override
  public long executeCount(CommandContext command) {
    return found(command).size();
  }

  @Override
  public List<Group> executeList(CommandContext command, @Nullable Page page) {
    return Found.onPage(found(command), page);
  }

  private List<Group> found(CommandContext command) {
    Identities identities = (Identities) command.getReadOnlyIdentityProvider();
    return identities
        .groups()
        .filter(group -> Found.is(id, group.getId()) && Found.isAmong(ids, group.getId()))
        .filter(group -> Found.is(name, group.getName()))
        .filter(group -> Found.isLike(nameLike, group.getName()))
        .filter(group -> Found.is(type, group.getType()))
        .filter(group -> userId == null || identities.isMember(userId, group.getId()))
        .toList();
  }
}
