package org.chancery.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What is said to a request that cannot even be taken for one, such as with headers without end:
 * the server answers it by itself, so it is a problem in English, for programs and people alike,
 * that quotes nothing and names nothing internal. Public, since the server makes it by its name.
 */
public final class LastWord extends ErrorReportValve {

  private static final String PROBLEM =
      """
      {"type": "urn:chancery:problem:http-%d", "title": "%s", "status": %d,\
       "detail": "This is no request that the server can read, or it asks for too much at once."}
      """;

  /** The one that has the last word of the context. */
  static void standsAt(Context context) {
    ((StandardHost) context.getParent()).setErrorReportValveClass(LastWord.class.getName());
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    boolean isOver = status < 400 || response.getContentWritten() > 0;
    if (isOver || !response.setErrorReported()) {
      return;
    }
    HttpStatus known = HttpStatus.resolve(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      byte[] text = PROBLEM.formatted(status, title, status).getBytes(StandardCharsets.UTF_8);
      response.getOutputStream().write(text);
      response.finishResponse();
    } catch (IOException gone) {
      return; // nobody is there any more to be told
    }
  }
}
