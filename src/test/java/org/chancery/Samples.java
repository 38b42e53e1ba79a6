package org.chancery;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a benchmark has measured: parts of it, of which each was done by some in turn. */
public final class Samples {

  /** The head of a file of samples. */
  private static final String HEAD = "part,who,round,count,wall_ms";

  /** So much was done in one go. */
  private record Sample(String part, String who, int round, int count, double wall) {

    static Sample of(String line) {
      String[] cells = line.split(",", -1);
      return new Sample(
          cells[0],
          cells[1],
          Integer.parseInt(cells[2]),
          Integer.parseInt(cells[3]),
          Double.parseDouble(cells[4]));
    }

    double each() {
      return wall / count;
    }
  }

  /** Notes samples in a file while they come, and says them. */
  public static final class Notes implements AutoCloseable {

    private final PrintWriter file;

    /** Begins the file. */
    public Notes(Path file) throws IOException {
      this.file = new PrintWriter(Files.newBufferedWriter(file), true);
      this.file.println(HEAD);
    }

    /**
     * Notes a sample.
     *
     * @param round from 1; round 0 warms up
     * @param count how many were done
     * @param wall how many milliseconds all of them took
     */
    public void note(String part, String who, int round, int count, double wall) {
      String line = String.format(Locale.ROOT, "%s,%s,%d,%d,%.3f", part, who, round, count, wall);
      System.out.println(line);
      file.println(line);
    }

    /** Does it, and returns how many milliseconds it took. */
    public static double time(Runnable work) {
      long start = System.nanoTime();
      work.run();
      return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {
      file.close();
    }
  }

  private final List<Sample> all;

  private Samples(List<Sample> all) {
    this.all = all;
  }

  /** Those of the file, without what only warmed up; none where there is no file. */
  public static Samples of(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Samples(List.of());
    }
    return new Samples(
        Files.readAllLines(file).stream()
            .skip(1)
            .map(Sample::of)
            .filter(sample -> sample.round() > 0)
            .toList());
  }

  /** Whether nothing was measured of the part. */
  public boolean lack(String part) {
    return all.stream().noneMatch(sample -> sample.part().equals(part));
  }

  /** The median of the milliseconds that one took. */
  public double each(String part, String who) {
    return Statistics.median(of(part, who).stream().map(Sample::each).toList());
  }

  /** The median of the milliseconds that all together took. */
  public double wall(String part, String who) {
    return Statistics.median(of(part, who).stream().map(Sample::wall).toList());
  }

  /** How many were done at once. */
  public int count(String part, String who) {
    return of(part, who).get(0).count();
  }

  /** How many rounds there were. */
  public int rounds(String part, String who) {
    return of(part, who).size();
  }

  /** The time that one took each, by that of the other, round by round. */
  public List<Double> ratios(String part, String one, String other) {
    List<Sample> ones = of(part, one);
    List<Sample> others = of(part, other);
    return IntStream.range(0, Math.min(ones.size(), others.size()))
        .mapToObj(round -> ones.get(round).each() / others.get(round).each())
        .toList();
  }

  private List<Sample> of(String part, String who) {
    return all.stream()
        .filter(sample -> sample.part().equals(part) && sample.who().equals(who))
        .toList();
  }
}
