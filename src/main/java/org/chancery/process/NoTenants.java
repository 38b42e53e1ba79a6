package org.chancery.process;

import java.util.List;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** The house is one: a search for tenants finds none. */
final class NoTenants extends TenantQueryImpl {

  private static final long serialVersionUID = 1L;

  @Override
  public long executeCount(CommandContext command) {
    return 0;
  }

  @Override
  public List<Tenant> executeList(CommandContext command, @Nullable Page page) {
    return List.of();
  }
}
