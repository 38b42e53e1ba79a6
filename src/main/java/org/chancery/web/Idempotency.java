package org.chancery.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.web.Beforehand.Looked;
import org.chancery.web.Refusal.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes each write of the API one transaction, and a repeated one harmless: the answer is stored
 * under the caller's {@code Idempotency-Key} in the transaction of its effect, so that the same key
 * and body give the same answer and one effect. What is refused leaves nothing behind, the key
 * included.
 */
@Component
@Order(0)
class Idempotency extends OncePerRequestFilter {

  /** The largest body of JSON that is read, in bytes. */
  private static final int LARGEST_BODY = 1 << 20;

  /** How long a write may take, in seconds. */
  private static final int LONGEST_WRITE = 60;

  /** What many items are submitted to: each is a transaction of its own. */
  private static final String OF_MANY = ":import";

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final TransactionTemplate transaction;
  private final IdempotencyKeys keys;
  private final Problems problems;
  private final ObjectMapper json;
  private final ObjectProvider<Beforehand> beforehand;
  private final DataSize largest;

  Idempotency(
      PlatformTransactionManager transactions,
      IdempotencyKeys keys,
      Problems problems,
      ObjectMapper json,
      ObjectProvider<Beforehand> beforehand,
      @Value("${chancery.documents.max-size}") DataSize largest) {
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setTimeout(LONGEST_WRITE);
    this.keys = keys;
    this.problems = problems;
    this.json = json;
    this.beforehand = beforehand;
    this.largest = largest;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = AskedPath.of(request);
    return !WRITES.contains(request.getMethod())
        || !path.startsWith("/api/")
        || path.endsWith(OF_MANY);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Uploads.isInParts(request)) {
      if (hasAllParts(request, response)) {
        String sent = keys.isKeyed(request) ? Sent.digest(request) : "";
        Looked looked = look(request);
        try {
          writeOnce(request, () -> sent, response, chain);
        } finally {
          looked.close();
        }
      }
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(response, Refusal.of(Kind.TOO_LARGE, "body.large", LARGEST_BODY));
      return;
    }
    RepeatableRequest repeatable = new RepeatableRequest(request, body);
    writeOnce(repeatable, () -> Sent.digest(request, body), response, chain);
  }

  private Looked look(HttpServletRequest request) {
    Beforehand first = beforehand.getIfAvailable();
    return first == null ? () -> {} : first.look(request);
  }

  /** Reads a body in parts to its end, and how each is headed: large ones lie on the disk then. */
  private boolean hasAllParts(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      request.getParts();
      new StandardMultipartHttpServletRequest(request);
      return true;
    } catch (IllegalStateException large) {
      refuse(response, Refusal.of(Kind.TOO_LARGE, "upload.large", largest.toMegabytes()));
    } catch (MultipartException heads) {
      if (!Uploads.areUnreadable(heads)) {
        throw heads;
      }
      refuse(response, Refusal.of(Kind.INVALID_BODY, "body.parts"));
    } catch (IOException | ServletException broken) {
      refuse(response, Refusal.of(Kind.INVALID_BODY, "body.parts"));
    }
    return false;
  }

  private void writeOnce(
      HttpServletRequest request,
      Supplier<String> sent,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException {
    try {
      if (!written(request, sent, response, chain)) {
        write(request, sent, response, chain);
      }
    } catch (Refusal refusal) {
      refuse(response, refusal);
    } catch (ConcurrencyFailureException busy) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      refuse(response, Refusal.of(Kind.CONFLICT, "conflict.busy"));
    } catch (QueryTimeoutException | TransactionTimedOutException slow) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
      answer(response, problems.ofStatus(HttpStatus.SERVICE_UNAVAILABLE));
    } catch (RuntimeException failed) {
      if (Outage.isIn(failed)) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Kind.WAIT_SECONDS);
        refuse(response, Outage.refusal());
      } else {
        answer(response, problems.failure(request, failed));
      }
    }
  }

  /** Whether the write went through; not, when it met another with the same key. */
  private boolean written(
      HttpServletRequest request,
      Supplier<String> sent,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException {
    try {
      write(request, sent, response, chain);
      return true;
    } catch (IdempotencyKeys.Raced raced) {
      return false;
    }
  }

  private void write(
      HttpServletRequest request,
      Supplier<String> sent,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    transaction.executeWithoutResult(
        status -> {
          var key = keys.claim(request, sent);
          if (key != null && key.isAnswered()) {
            key.replay(answer);
            return;
          }
          pass(chain, request, answer);
          if (answer.getStatus() >= 400) {
            status.setRollbackOnly();
          } else if (key != null) {
            keys.store(key, answer, OnceShown.isAnswerTo(request));
          }
        });
    answer.copyBodyToResponse();
  }

  private static void pass(
      FilterChain chain, HttpServletRequest request, HttpServletResponse answer) {
    try {
      chain.doFilter(request, answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ServletException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Answers what was refused. */
  void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
    answer(response, problems.problem(refusal));
  }

  private void answer(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), problem);
  }
}
