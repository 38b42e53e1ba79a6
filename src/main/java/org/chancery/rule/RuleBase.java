package org.chancery.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.StatelessKieSession;

/**
 * The rules of one module, built once. Each run has a session of its own from a pool, so any number
 * of threads may run at once, and no run sees the facts of another.
 */
public final class RuleBase {

  private static final int SESSIONS = Runtime.getRuntime().availableProcessors();

  private final KieSessionsPool sessions;
  private final List<RuleText> rules;

  RuleBase(KieBase base, List<RuleText> rules) {
    this.sessions = base.newKieSessionsPool(SESSIONS);
    this.rules = List.copyOf(rules);
  }

  /** The rules, by file and place in it. */
  public List<RuleText> rules() {
    return rules;
  }

  /**
   * Lets all rules look at the facts.
   *
   * @param facts what is so
   * @param globals by name, the collectors that consequences add to
   */
  public void run(Collection<?> facts, Map<String, ?> globals) {
    StatelessKieSession session = sessions.newStatelessKieSession();
    globals.forEach(session::setGlobal);
    session.execute(facts); // disposes of its working memory, also when a rule fails
  }
}
