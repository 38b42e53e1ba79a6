package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;

/**
 * What a page refused to read in its address. The page is shown again without it, and says so
 * beside the field: nothing else that was asked for is lost.
 */
final class Refused {

  /** The name under which the layout of the pages finds it, too. */
  private static final String VALUES = "misread";

  private static final Set<String> IN_WORDS_OF_THE_ADDRESS =
      Set.of("parameter.wrong", "parameter.day", "field.choice", "table.between");

  private static final String PATH = Refused.class.getName();

  private Refused() {}

  /** What was refused so far, by name. */
  static Map<String, Asked.Wrong> of(HttpServletRequest request) {
    Map<String, Asked.Wrong> refused = new TreeMap<>();
    if (request.getAttribute(VALUES) instanceof Map<?, ?> noted) {
      noted.forEach((name, wrong) -> refused.put(name.toString(), (Asked.Wrong) wrong));
    }
    return refused;
  }

  /** The address that was asked for, without its query. */
  static String path(HttpServletRequest request) {
    return request.getAttribute(PATH) instanceof String path ? path : request.getRequestURI();
  }

  /**
   * Keeps in mind which values of the address the refusal is about.
   *
   * @return whether it is about any, so that the page can do without them
   */
  static boolean note(Refusal refusal, HttpServletRequest request) {
    Map<String, Asked.Wrong> refused = of(request);
    for (Fault fault : refusal.faults()) {
      String name = fault.pointer().substring(1);
      String typed = request.getParameter(name);
      if (typed == null || refused.put(name, new Asked.Wrong(typed, reason(fault))) != null) {
        return false;
      }
    }
    request.setAttribute(PATH, path(request));
    request.setAttribute(VALUES, refused);
    return !refusal.faults().isEmpty();
  }

  /** A person knows the field and its values, and not what they are called in the address. */
  private static Message reason(Fault fault) {
    return IN_WORDS_OF_THE_ADDRESS.contains(fault.message().code())
        ? Message.of("page.asked.wrong")
        : fault.message();
  }
}
