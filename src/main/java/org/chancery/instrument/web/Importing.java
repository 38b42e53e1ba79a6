package org.chancery.instrument.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chancery.access.Accounts;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Opening;
import org.chancery.web.Answered;
import org.chancery.web.Problems;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through the lines of a submission: some at a time in one transaction, since most are good
 * and a commit is dear, and some such portions at once. Where a line of a portion is refused, it is
 * worked through again when all before it is done, and then each of its lines in a transaction of
 * its own. When the answer ends, nothing goes on.
 */
@Component
class Importing implements DisposableBean {

  /** How many lines share a transaction: more gain little, and hold their locks longer. */
  private static final int TOGETHER = 50;

  /** How long they may take, in seconds. */
  private static final int LONGEST = 60;

  private final Instruments instruments;
  private final Accounts accounts;
  private final Reading reading;
  private final ObjectMapper json;
  private final Answered answered;
  private final Problems problems;
  private final TransactionOperations transaction;
  private final int atOnce;
  private final ExecutorService threads;

  Importing(
      Instruments instruments,
      Accounts accounts,
      Reading reading,
      ObjectMapper json,
      Answered answered,
      Problems problems,
      PlatformTransactionManager transactions,
      @Value("${chancery.import.at-once}") int files,
      @Value("${chancery.import.threads}") int atOnce) {
    this.instruments = instruments;
    this.accounts = accounts;
    this.reading = reading;
    this.json = json;
    this.answered = answered;
    this.problems = problems;
    TransactionTemplate bounded = new TransactionTemplate(transactions);
    bounded.setTimeout(LONGEST);
    this.transaction = bounded;
    this.atOnce = atOnce;
    this.threads =
        Executors.newFixedThreadPool(files * atOnce, new CustomizableThreadFactory("import-"));
  }

  @Override
  public void destroy() {
    threads.shutdown();
  }

  /**
   * Lines that share a transaction.
   *
   * @param together what becomes of them so; empty where one of them is bad
   * @param beside whether others were begun before and not done, so that a line may have met or
   *     missed what those bring
   */
  private record Portion(
      List<Line> lines, CompletableFuture<Optional<List<ObjectNode>>> together, boolean beside) {

    /** What has become of them, once that is known; empty also where it failed. */
    Optional<List<ObjectNode>> end() {
      return together.exceptionally(failed -> Optional.empty()).join();
    }
  }

  /** Writes the result of each line, in their order, as soon as it stands. */
  void work(Submission submission, Iterator<Line> lines, OutputStream out) throws IOException {
    Deque<Portion> begun = new ArrayDeque<>();
    try {
      do {
        while (begun.size() < atOnce && lines.hasNext()) {
          begun.add(begin(submission, next(lines), !begun.isEmpty()));
        }
        if (!begun.isEmpty()) {
          write(results(submission, begun.remove()), out);
        }
      } while (!begun.isEmpty() || lines.hasNext());
    } catch (RuntimeException failed) {
      for (Portion other : begun) {
        // What was opened is told, whatever else went wrong.
        write(other.end().orElse(List.of()), out);
      }
      throw failed;
    } finally {
      begun.forEach(Portion::end);
    }
  }

  private void write(List<ObjectNode> results, OutputStream out) throws IOException {
    for (ObjectNode result : results) {
      out.write(json.writeValueAsBytes(result));
      out.write('\n');
    }
    if (!results.isEmpty()) {
      out.flush();
    }
  }

  private static List<Line> next(Iterator<Line> lines) {
    List<Line> some = new ArrayList<>(TOGETHER);
    while (some.size() < TOGETHER && lines.hasNext()) {
      some.add(lines.next());
    }
    return some;
  }

  private Portion begin(Submission submission, List<Line> lines, boolean beside) {
    // Whoever is closed or moved meanwhile brings no more in.
    instruments.requireOpener();
    if (submission.dryRun()) {
      return new Portion(lines, CompletableFuture.completedFuture(Optional.empty()), false);
    }
    SecurityContext who = SecurityContextHolder.getContext();
    Map<String, String> request = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    return new Portion(
        lines,
        CompletableFuture.supplyAsync(
            () -> {
              SecurityContextHolder.setContext(who);
              MDC.setContextMap(request);
              try {
                return together(submission, lines);
              } finally {
                MDC.clear();
                SecurityContextHolder.clearContext();
              }
            },
            threads),
        beside);
  }

  private Optional<List<ObjectNode>> together(Submission submission, List<Line> lines) {
    try {
      return Optional.ofNullable(transaction.execute(status -> opened(submission, lines)));
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException down) {
      throw down;
    } catch (RuntimeException oneIsBad) {
      return Optional.empty(); // which one, and why, shows when each is looked at alone
    }
  }

  private List<ObjectNode> results(Submission submission, Portion portion) {
    try {
      return portion
          .together()
          .join()
          .or(() -> portion.beside() ? together(submission, portion.lines()) : Optional.empty())
          .orElseGet(
              () -> portion.lines().stream().map(line -> result(submission, line, 1)).toList());
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException down) {
        throw down;
      }
      throw failed;
    }
  }

  /** What becomes of the line alone. Without a database there is no result: the answer ends. */
  private ObjectNode result(Submission submission, Line line, int tries) {
    try {
      return Objects.requireNonNull(
          transaction.execute(
              status -> {
                if (submission.dryRun()) {
                  status.setRollbackOnly();
                }
                return opened(submission, List.of(line)).get(0);
              }));
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException down) {
      throw down;
    } catch (CannotAcquireLockException met) {
      if (tries > 0) {
        return result(submission, line, tries - 1);
      }
      return refused(line, met, submission.request());
    } catch (RuntimeException bad) {
      return refused(line, bad, submission.request());
    }
  }

  /** The results of the lines; those that were opened by an earlier submission are so still. */
  private List<ObjectNode> opened(Submission submission, List<Line> lines) {
    Map<Long, String> references = new HashMap<>();
    List<Line> now = new ArrayList<>();
    for (Line line : lines) {
      before(submission, line)
          .ifPresentOrElse(
              reference -> references.put(line.number(), reference), () -> now.add(line));
    }
    List<CaseFile> files =
        instruments.open(now.stream().map(line -> Opening.of(tree(text(line)), reading)).toList());
    for (int i = 0; i < files.size(); i++) {
      String reference = files.get(i).reference().value();
      keep(submission, now.get(i), reference);
      references.put(now.get(i).number(), reference);
    }
    return lines.stream()
        .map(
            line ->
                submission.dryRun()
                    ? answer(line, 200)
                    : answer(line, 201).put("reference", references.get(line.number())))
        .toList();
  }

  /** The case that the line has opened under the key, if it was submitted before. */
  private Optional<String> before(Submission submission, Line line) {
    return key(submission)
        .flatMap(key -> answered.before(accounts.current().name(), key, line.number(), text(line)));
  }

  private void keep(Submission submission, Line line, String reference) {
    key(submission)
        .ifPresent(
            key -> answered.keep(accounts.current().name(), key, line.number(), 201, reference));
  }

  private static Optional<String> key(Submission submission) {
    return submission.dryRun() ? Optional.empty() : Optional.ofNullable(submission.key());
  }

  private static byte[] text(Line line) {
    byte @Nullable [] content = line.content();
    if (content == null) {
      throw Refusal.of(Kind.TOO_LARGE, "body.large", Line.LONGEST);
    }
    return content;
  }

  private JsonNode tree(byte[] text) {
    try {
      return json.readTree(text);
    } catch (IOException broken) {
      throw Refusal.of(Kind.INVALID_BODY, "body.broken");
    }
  }

  private ObjectNode refused(Line line, RuntimeException bad, HttpServletRequest request) {
    ProblemDetail problem = problems.problem(request, bad);
    ObjectNode result = answer(line, problem.getStatus());
    ObjectNode told = json.valueToTree(problem);
    told.remove("instance");
    result.setAll(told);
    return result;
  }

  private ObjectNode answer(Line line, int status) {
    return json.createObjectNode().put("line", line.number()).put("status", status);
  }
}
