package org.chancery.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.chancery.web.Refusal.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
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

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final TransactionTemplate transaction;
  private final IdempotencyKeys keys;
  private final Problems problems;
  private final ObjectMapper json;

  Idempotency(
      PlatformTransactionManager transactions,
      IdempotencyKeys keys,
      Problems problems,
      ObjectMapper json) {
    this.transaction = new TransactionTemplate(transactions);
    this.keys = keys;
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WRITES.contains(request.getMethod()) || !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(response, Refusal.of(Kind.TOO_LARGE, "body.large", LARGEST_BODY));
      return;
    }
    try {
      RepeatableRequest repeatable = new RepeatableRequest(request, body);
      if (!written(repeatable, body, response, chain)) {
        write(repeatable, body, response, chain);
      }
    } catch (Refusal refusal) {
      refuse(response, refusal);
    } catch (PessimisticLockingFailureException busy) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      refuse(response, Refusal.of(Kind.CONFLICT, "conflict.busy"));
    } catch (RuntimeException failed) {
      answer(response, problems.failure(request, failed));
    }
  }

  /** Whether the write went through; not, when it met another with the same key. */
  private boolean written(
      RepeatableRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      write(request, body, response, chain);
      return true;
    } catch (IdempotencyKeys.Raced raced) {
      return false;
    }
  }

  private void write(
      RepeatableRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
      throws IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    transaction.executeWithoutResult(
        status -> {
          var key = keys.claim(request, body);
          if (key != null && key.isAnswered()) {
            key.replay(answer);
            return;
          }
          pass(chain, request, answer);
          if (answer.getStatus() >= 400) {
            status.setRollbackOnly();
          } else if (key != null) {
            keys.store(key, answer);
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

  private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
    answer(response, problems.problem(refusal));
  }

  private void answer(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), problem);
  }
}
