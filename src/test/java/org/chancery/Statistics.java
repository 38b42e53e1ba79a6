package org.chancery;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is said of samples on the page of the benchmarks. */
public final class Statistics {

  private Statistics() {}

  /** The median, with the lowest and the highest in brackets. */
  public static String spread(List<Double> values) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f–%.2f)",
        median(values),
        values.stream().mapToDouble(each -> each).min().orElseThrow(),
        values.stream().mapToDouble(each -> each).max().orElseThrow());
  }

  /** The value in the middle. */
  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The slope of the line through the points on logarithmic scales: how fast the cost grows. */
  public static double exponent(List<Double> sizes, List<Double> costs) {
    double[] x = sizes.stream().mapToDouble(Math::log).toArray();
    double[] y = costs.stream().mapToDouble(Math::log).toArray();
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
    double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
    double together =
        IntStream.range(0, x.length).mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY)).sum();
    return together
        / IntStream.range(0, x.length).mapToDouble(i -> (x[i] - meanX) * (x[i] - meanX)).sum();
  }
}
