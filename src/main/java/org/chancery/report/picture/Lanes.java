package org.chancery.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Lays what would overlap on one line beside each other, on as few lines as it takes. */
public final class Lanes {

  /** What is closer is drawn on another line, in percent of the width. */
  private static final double GAP = 4;

  private Lanes() {}

  /** The items line by line, each line from left to right. */
  public static <T> List<List<T>> of(List<T> items, Function<T, Stretch> extent) {
    List<List<T>> lanes = new ArrayList<>();
    List<T> fromTheLeft =
        items.stream()
            .sorted(Comparator.comparingDouble(item -> extent.apply(item).left()))
            .toList();
    for (T item : fromTheLeft) {
      double left = extent.apply(item).left();
      lanes.stream()
          .filter(lane -> right(extent.apply(lane.get(lane.size() - 1))) + GAP <= left)
          .findFirst()
          .orElseGet(() -> opened(lanes))
          .add(item);
    }
    return lanes;
  }

  private static double right(Stretch stretch) {
    return stretch.left() + stretch.width();
  }

  private static <T> List<T> opened(List<List<T>> lanes) {
    List<T> lane = new ArrayList<>();
    lanes.add(lane);
    return lane;
  }
}
