package org.chancery.deadline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.chancery.calendar.AsOf;

/**
 * P3: judging in memory. Ours is the judge as the product uses it, the peer is Drools with one
 * session for all, the limit is a loop written by hand. All three must find the same, case by case,
 * before anything is timed.
 *
 * <p>Arguments: how many cases, how many rounds, the file for the samples.
 */
final class JudgeBenchmark {

  private static final AsOf DAY = AsOf.day(Population.DAY);
  private static final int WARM_UP = 3;
  private static final int WARM_UP_CASES = 5_000;

  private final List<Population.Case> cases;
  private final OneSession peer = new OneSession(A.JUDGE, A.TABLES);
  private final List<String> samples = new ArrayList<>(List.of(Usage.COLUMNS));

  private JudgeBenchmark(int cases) {
    this.cases = new Population(7, 10).first(cases).toList();
  }

  public static void main(String[] arguments) throws IOException {
    int cases = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    JudgeBenchmark warm = new JudgeBenchmark(Math.min(cases, WARM_UP_CASES));
    warm.requireSameFindings();
    warm.rounds(WARM_UP);
    JudgeBenchmark benchmark = new JudgeBenchmark(cases);
    benchmark.requireSameFindings();
    benchmark.rounds(rounds);
    Files.write(Path.of(arguments[2]), benchmark.samples);
  }

  /** A different finding is no benchmark. */
  private void requireSameFindings() {
    List<Judgement> ofPeer = peer.judge(cases, DAY);
    for (int i = 0; i < cases.size(); i++) {
      Population.Case each = cases.get(i);
      Judgement ours = ours(each);
      if (!ours.equals(byHand(each)) || !ours.equals(ofPeer.get(i))) {
        throw new IllegalStateException(
            "not the same findings: %s%nours    %s%nby hand %s%npeer    %s"
                .formatted(each, ours, byHand(each), ofPeer.get(i)));
      }
    }
  }

  private void rounds(int rounds) {
    for (int round = 1; round <= rounds; round++) {
      sample(round, "ours", () -> findings(cases.stream().map(JudgeBenchmark::ours).toList()));
      sample(round, "peer", () -> findings(peer.judge(cases, DAY)));
      sample(round, "limit", () -> findings(cases.stream().map(JudgeBenchmark::byHand).toList()));
    }
  }

  private static Judgement ours(Population.Case each) {
    return A.JUDGE.judge(each.file(), each.kin(), DAY, A.TABLES);
  }

  private static Judgement byHand(Population.Case each) {
    return A.BY_HAND.judge(each.file(), each.kin(), Population.DAY);
  }

  private static int findings(List<Judgement> judgements) {
    return judgements.stream().mapToInt(judgement -> judgement.findings().size()).sum();
  }

  private void sample(int round, String who, Supplier<Integer> work) {
    ManagementFactory.getMemoryMXBean().gc(); // nobody pays for what another left behind
    Usage before = Usage.now();
    int findings = work.get();
    String sample = Usage.now().since(before).sample("judge", who, cases.size(), round, findings);
    samples.add(sample);
    System.out.println(sample);
  }
}
