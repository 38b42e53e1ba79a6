package org.chancery.process.web;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_CONFLICT;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.process.Cases;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.web.AskedPath;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a task be asked for only by who may see it: another body's is as unknown as one that never
 * was. The engine would tell the two apart, and fail at some. And only who has claimed a task gives
 * it back, whoever else once had it.
 */
final class TasksInSight extends OncePerRequestFilter {

  private static final Pattern TASK =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)(/[a-z-]+)?");

  private final Processes processes;
  private final Cases cases;

  TasksInSight(Processes processes, Cases cases) {
    this.processes = processes;
    this.cases = cases;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher task = TASK.matcher(AskedPath.of(request));
    Optional<OpenStep> step =
        task.matches() ? processes.stepInSight(task.group(1)) : Optional.empty();
    if (task.matches() && step.isEmpty()) {
      response.setStatus(isPast(request, task.group(1)) ? SC_CONFLICT : SC_NOT_FOUND);
    } else if (isGivenBackByAnother(request, step)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
      // Wherever the engine misses what was there just now, it says something else: 403, 404, 500.
      if (task.matches()
          && response.getStatus() >= SC_BAD_REQUEST
          && isPast(request, task.group(1))) {
        response.setStatus(SC_CONFLICT);
      }
    }
  }

  /** Whether she wants to do what was a task of a case that she sees: somebody was first. */
  private boolean isPast(HttpServletRequest request, String task) {
    return request.getMethod().equals("POST")
        && processes.caseOfPastStep(task).filter(cases::isInSight).isPresent();
  }

  private static boolean isGivenBackByAnother(HttpServletRequest request, Optional<OpenStep> step) {
    return AskedPath.of(request).endsWith("/unclaim")
        && step.map(OpenStep::assignee).filter(request.getRemoteUser()::equals).isEmpty();
  }
}
