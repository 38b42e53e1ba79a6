package org.chancery.process;

import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** A search of the engine among the accounts of the house: by name and by group. */
final class UserSearch extends UserQueryImpl {

  private static final long serialVersionUID = 1L;

  UserSearch(@Nullable CommandExecutor executor) {
    setCommandExecutor(executor);
  }

  @Override
  public long executeCount(CommandContext command) {
    return found(command).size();
  }

  @Override
  public List<User> executeList(CommandContext command, @Nullable Page page) {
    return Found.onPage(found(command), page);
  }

  private List<User> found(CommandContext command) {
    Identities identities = (Identities) command.getReadOnlyIdentityProvider();
    Predicate<User> isMember =
        user -> groupId == null || identities.isMember(user.getId(), groupId);
    return identities
        .users()
        .filter(user -> Found.is(id, user.getId()) && Found.isAmong(ids, user.getId()))
        .filter(user -> Found.is(firstName, user.getFirstName()))
        .filter(user -> Found.isLike(firstNameLike, user.getFirstName()))
        .filter(isMember)
        .toList();
  }
}
