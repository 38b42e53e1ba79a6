package org.chancery.report.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.chancery.report.Item;
import org.chancery.report.web.SheetColumns.Column;
import org.chancery.web.Locales;
import org.chancery.web.Message;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The report as a workbook (Office Open XML) for people: in their language and direction, days as
 * days, under a head that stays and filters. A text stays a text, whatever it looks like. What does
 * not fit on one sheet goes on, under the same head, on the next.
 */
@Component
final class XlsxExport implements Export {

  /** How many rows wait in memory. */
  private static final int FLUSHED_AFTER = 100;

  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_NAME = 28;
  private static final String NOT_IN_NAMES = "[\\[\\]*?/\\\\:']";
  private static final String DAY = "yyyy-mm-dd";

  /** Spreadsheets disagree on the days before. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private final SheetColumns columns;
  private final Reader reader;
  private final int rows;

  @Autowired
  XlsxExport(SheetColumns columns, Reader reader) {
    this(columns, reader, Worksheet.MAX_ROWS);
  }

  /**
   * @param rows how many fit on a sheet, its head included
   */
  XlsxExport(SheetColumns columns, Reader reader, int rows) {
    this.columns = columns;
    this.reader = reader;
    this.rows = rows;
  }

  @Override
  public String ending() {
    return "xlsx";
  }

  @Override
  public MediaType type() {
    return MediaType.parseMediaType(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  }

  /** The workbook is not closed when it fails: closing it would make it look whole. */
  @Override
  @SuppressWarnings("resource")
  public void write(Answered answer, OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "Chancery", "1.0");
    Sheets sheets = new Sheets(book, columns.all());
    answer.each(sheets::add);
    sheets.finish();
    book.finish();
  }

  /** The sheets of a workbook, filled one after the other. */
  private final class Sheets {

    private final Workbook book;
    private final List<Column> all;
    private int number = 1;
    private int row = 1;
    private Worksheet sheet;

    Sheets(Workbook book, List<Column> all) {
      this.book = book;
      this.all = all;
      this.sheet = blank();
    }

    void add(Item item) throws IOException {
      if (row == rows) {
        finish();
        number++;
        row = 1;
        sheet = blank();
      }
      for (int column = 0; column < all.size(); column++) {
        cell(sheet, row, column, all.get(column).value().apply(item));
      }
      if (row % FLUSHED_AFTER == 0) {
        sheet.flush();
      }
      row++;
    }

    void finish() throws IOException {
      sheet.setAutoFilter(0, 0, row - 1, all.size() - 1);
      sheet.finish();
    }

    private Worksheet blank() {
      Worksheet blank = book.newWorksheet(name(number));
      head(blank, all);
      return blank;
    }
  }

  private void head(Worksheet sheet, List<Column> all) {
    if (Locales.isRightToLeft(reader.locale())) {
      sheet.rightToLeft();
    }
    sheet.freezePane(1, 1);
    for (int column = 0; column < all.size(); column++) {
      sheet.width(column, all.get(column).width());
      sheet.inlineString(0, column, reader.text(Message.of(all.get(column).label())));
    }
    sheet.range(0, 0, 0, all.size() - 1).style().bold().fillColor("EDEBE6").wrapText(true).set();
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
    if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
      sheet.value(row, column, day);
      sheet.style(row, column).format(DAY).set();
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value != null && !value.toString().isEmpty()) {
      sheet.inlineString(row, column, fitting(value.toString()));
    }
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private String name(int number) {
    String title = reader.text(Message.of("page.overdue.title")).replaceAll(NOT_IN_NAMES, " ");
    String fitting = title.substring(0, Math.min(title.length(), LONGEST_NAME));
    return number == 1 ? fitting : fitting + " " + number;
  }
}
