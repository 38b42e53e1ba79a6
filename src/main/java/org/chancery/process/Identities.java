package org.chancery.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.chancery.access.Account;
import org.chancery.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * The people of the house as the engine sees them: it can look, and change nothing. It logs nobody
 * in; that is done before the engine is reached.
 */
final class Identities implements ReadOnlyIdentityProvider {

  private final People people;

  Identities(People people) {
    this.people = people;
  }

  /** Every account, as the engine's user. */
  Stream<User> users() {
    return people.all().stream().map(Identities::user);
  }

  /** Every group. */
  Stream<Group> groups() {
    Stream<Group> bodies =
        people.bodies().stream()
            .map(body -> group(body.code().value(), body.names().getOrDefault("en", "")));
    Stream<Group> managers =
        people.bodies().stream()
            .map(
                body -> group(Groups.managersOf(body.code()), body.names().getOrDefault("en", "")));
    Stream<Group> roles = Groups.ROLES.stream().map(Identities::group);
    return Stream.of(
            bodies, managers, roles, Stream.of(group(Groups.ADMINISTRATORS, "Administrators")))
        .flatMap(groups -> groups);
  }

  /** Whether the account belongs to the group. */
  boolean isMember(@Nullable String account, @Nullable String group) {
    return account != null
        && people.find(account).map(Groups::of).filter(of -> of.contains(group)).isPresent();
  }

  @Override
  public @Nullable User findUserById(String id) {
    return people.find(id).map(Identities::user).orElse(null);
  }

  @Override
  public UserQuery createUserQuery() {
    return new UserSearch(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
  }

  @Override
  public UserQuery createUserQuery(CommandContext command) {
    return new UserSearch(null);
  }

  @Override
  public NativeUserQuery createNativeUserQuery() {
    throw new BadUserRequestException("the accounts are not rows of the engine");
  }

  @Override
  public boolean checkPassword(String account, String password) {
    return false;
  }

  @Override
  public @Nullable Group findGroupById(String id) {
    return groups().filter(group -> group.getId().equals(id)).findFirst().orElse(null);
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new GroupSearch(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext command) {
    return new GroupSearch(null);
  }

  @Override
  public TenantQuery createTenantQuery() {
    return new NoTenants();
  }

  @Override
  public TenantQuery createTenantQuery(CommandContext command) {
    return new NoTenants();
  }

  @Override
  public @Nullable Tenant findTenantById(String id) {
    return null;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static User user(Account account) {
    UserEntity user = new UserEntity(account.name());
    user.setFirstName(account.displayName());
    user.setLastName("");
    return user;
  }

  private static Group group(Role role) {
    String id = Groups.of(role);
    return group(id, Character.toUpperCase(id.charAt(0)) + id.substring(1));
  }

  private static Group group(String id, String name) {
    GroupEntity group = new GroupEntity(id);
    group.setName(name.isEmpty() ? id : name);
    group.setType("chancery");
    return group;
  }
}
