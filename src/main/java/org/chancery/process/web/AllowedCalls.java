package org.chancery.process.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.web.AskedPath;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** All that the task list asks of the server, found by watching it. */
final class AllowedCalls implements RequestMatcher {

  /** Calls that are alike. */
  record Call(Pattern methods, Pattern path) {

    boolean is(String method, String at) {
      return methods.matcher(method).matches() && path.matcher(at).matches();
    }
  }

  private static final String APP = "/camunda/app/tasklist/";
  private static final String ENGINE = "/camunda/api/engine/engine/[a-zA-Z0-9]+";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String PROCESS = "([a-z-]+:\\d+:)?" + ID;

  static final List<Call> CALLS =
      List.of(
          call("GET", APP + "([a-zA-Z0-9]+/)?"),
          call("GET", APP + "(scripts|styles|locales)/[a-zA-Z0-9_-]+\\.(js|css|json)"),
          call("GET", APP + "camunda-tasklist-bootstrap\\.(js|css)"),
          call("GET", "/camunda/lib/[a-zA-Z]+\\.js"),
          call("GET", "/camunda/assets/[a-zA-Z0-9/_-]+\\.[a-z0-9]+"),
          call("GET", "/camunda/favicon\\.ico"),
          call("GET", "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin\\.(js|css)"),
          call("GET", "/camunda/api/admin/auth/user/[a-zA-Z0-9]+"),
          call("GET", "/camunda/api/engine/engine/?"),
          call("GET", ENGINE + "/user/[a-zA-Z0-9]+/profile"),
          call("GET", ENGINE + "/identity/groups"),
          call("GET|OPTIONS", ENGINE + "/filter(/" + ID + "|/count)?"),
          call("GET|POST", ENGINE + "/filter/" + ID + "/(list|count)"),
          call("GET", ENGINE + "/task"),
          call("GET", ENGINE + "/task/" + ID + "(/form|/form-variables|/identity-links)?"),
          call("POST", ENGINE + "/task/" + ID + "/(claim|unclaim|submit-form)"),
          call("GET", ENGINE + "/process-definition/" + PROCESS + "(/xml)?"));

  private static Call call(String methods, String path) {
    return new Call(Pattern.compile(methods), Pattern.compile(path));
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    return CALLS.stream().anyMatch(call -> call.is(request.getMethod(), AskedPath.of(request)));
  }
}
