package org.chancery;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All that answers over HTTP by our own code: {@code docs/generated/routes.md}. */
@ChanceryTest
class RoutesTest {

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void listsEachRoute() throws IOException {
    String rows =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(route -> route.getValue().getBeanType().getName().startsWith("org.chancery."))
            .flatMap(RoutesTest::rows)
            .sorted()
            .collect(Collectors.joining());
    Golden.check(
        "routes.md",
        """
        # The routes

        Made from the running application; Tasklist's own calls stand behind `/camunda`.

        | Path | Method | Answered by |
        | --- | --- | --- |
        """
            + rows,
        getClass());
  }

  private static Stream<String> rows(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
    HandlerMethod handler = route.getValue();
    String answeredBy = handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    return route.getKey().getPatternValues().stream()
        .flatMap(
            path ->
                methods(route.getKey())
                    .map(method -> "| `%s` | %s | `%s` |\n".formatted(path, method, answeredBy)));
  }

  private static Stream<String> methods(RequestMappingInfo route) {
    Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
    return methods.isEmpty() ? Stream.of("any") : methods.stream().map(RequestMethod::name);
  }
}
