package org.chancery.report.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.chancery.deadline.Status;
import org.chancery.report.Figures;

/** The figures at the head of the report; each is an address that asks for just those lines. */
enum Headline {
  OVERDUE(Status.SEVERELY_OVERDUE, Status.OVERDUE),
  LATELY(Figures::lately, "becameOverdueSince", figures -> figures.since().toString()),
  GRACE(Status.GRACE),
  DUE_TODAY(Status.DUE_TODAY),
  AT_RISK(Status.AT_RISK),
  SOON(Figures::soon, "dueWithin", figures -> "" + Figures.SOON),
  LATER(Figures::later, "dueWithin", figures -> "" + Figures.LATER),
  DONE_LATE(Status.DONE_LATE),
  EXTENDED(Figures::extended, "extended", figures -> "true"),
  NOT_COMPUTABLE(Status.NOT_COMPUTABLE),
  CONTRADICTION(Status.CONTRADICTION),
  LIFTED(Status.WAIVED, Status.SUSPENDED);

  /** What an address says of a figure; one figure is chosen at a time. */
  private static final List<String> NAMES =
      List.of("status", "becameOverdueSince", "dueWithin", "extended", "after");

  private static final Set<Headline> RARE = EnumSet.of(GRACE, DUE_TODAY, LIFTED);

  @SuppressWarnings("ImmutableEnumChecker") // functions of the figures
  private final ToLongFunction<Figures> count;

  private final String name;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Figures, List<String>> values;

  Headline(ToLongFunction<Figures> count, String name, Function<Figures, String> value) {
    this.count = count;
    this.name = name;
    this.values = figures -> List.of(value.apply(figures));
  }

  Headline(Status first, Status... more) {
    Set<Status> statuses = Set.copyOf(EnumSet.of(first, more));
    this.count = figures -> figures.of(statuses);
    this.name = "status";
    List<String> names = statuses.stream().map(Status::name).sorted().toList();
    this.values = figures -> names;
  }

  /** How many lines. */
  public long count(Figures figures) {
    return count.applyAsLong(figures);
  }

  /** Whether it is worth a place although nothing is counted: some are rare. */
  public boolean isShown(Figures figures) {
    return !RARE.contains(this) || count(figures) > 0;
  }

  /** Whether it is what the address asks for. */
  public boolean isChosen(Asked asked, Figures figures) {
    return asked.is(name, Set.copyOf(values.apply(figures)));
  }

  /** The address that asks for it, or, where it does already, for none. */
  public String address(Asked asked, Figures figures) {
    return asked.with(
        NAMES, isChosen(asked, figures) ? Map.of() : Map.of(name, values.apply(figures)));
  }
}
