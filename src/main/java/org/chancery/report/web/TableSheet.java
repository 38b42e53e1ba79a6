package org.chancery.report.web;

import java.util.List;
import org.chancery.deadline.Effect;
import org.chancery.deadline.RuleTables;
import org.chancery.deadline.TableName;
import org.chancery.deadline.TableVersion;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * A table as a page shows it.
 *
 * @param table which table
 * @param inForce the version in force
 * @param columns the names of its columns
 * @param rows its rows, cell by cell
 * @param change the change that is under way; null when there is none
 */
public record TableSheet(
    TableName table,
    TableVersion inForce,
    List<String> columns,
    List<List<String>> rows,
    @Nullable TableVersion change) {

  /** The most columns that stand beside each other on a page. */
  private static final int BESIDE = 8;

  static TableSheet of(TableName table, RuleTables tables) {
    TableVersion inForce = tables.inForce(table);
    List<List<String>> rows = inForce.text().rows();
    return new TableSheet(
        table,
        inForce,
        rows.get(0),
        rows.subList(1, rows.size()),
        tables.underWay(table).orElse(null));
  }

  /** Whether it has so many columns that each row reads better as a sheet of its own. */
  public boolean isWide() {
    return columns.size() > BESIDE;
  }

  /**
   * What is typed into the form, and what is wrong with it.
   *
   * @param text the table
   * @param remark why it is changed
   * @param from the number of the version it was made from
   * @param faults what is wrong; empty while nothing is
   */
  public record Draft(String text, String remark, int from, List<Message> faults) {}

  /**
   * The change that is under way, for those who decide on it.
   *
   * @param effect what it would do; null for those who do not decide
   * @param objection why the reader may not take its next step; null when she may
   * @param mayRefuse whether she may refuse it or take it back
   */
  public record Decision(@Nullable Effect effect, @Nullable Message objection, boolean mayRefuse) {}
}
