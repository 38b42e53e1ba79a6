package org.chancery.report.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.instrument.Source;
import org.chancery.report.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The report as comma-separated values (RFC 4180), for programs and spreadsheets: codes as in JSON,
 * UTF-8 with a byte order mark, and no cell that a spreadsheet would take for a formula.
 */
@Component
final class CsvExport implements Export {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Where a spreadsheet would read a formula, whatever it takes for the end of a cell: behind
   * quotes, spaces and signs that are not seen, and in the full width of East Asian writing.
   */
  private static final Pattern STARTS_A_FORMULA =
      Pattern.compile("((?:^|[;\\t\\r\\n])[\"'\\s\\p{Cf}]*+)(?=[=+@\\-＝＋－＠])");

  private static final String[] COLUMNS = {
    "reference",
    "slug",
    "title",
    "type",
    "stage",
    "milestone",
    "target",
    "kind",
    "name",
    "party",
    "body",
    "status",
    "severity",
    "daysLateMin",
    "daysLateMax",
    "statedAs",
    "edtf",
    "earliest",
    "latest",
    "first",
    "extended",
    "zone",
    "basis",
    "legalBasis",
    "rule",
    "ruleVersion",
    "firstHeldOn",
    "sources",
    "explanation"
  };

  private final MessageSource messages;

  CsvExport(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public String ending() {
    return "csv";
  }

  @Override
  public MediaType type() {
    return new MediaType("text", "csv", StandardCharsets.UTF_8);
  }

  @Override
  public void write(Answered answer, OutputStream out) throws IOException {
    Locale locale = LocaleContextHolder.getLocale();
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.append(BYTE_ORDER_MARK);
    // Line by line: a writer takes a lock for each of the characters that the printer hands it.
    StringBuilder line = new StringBuilder();
    CSVPrinter printer = CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(line);
    answer.each(
        item -> {
          printer.printRecord(Arrays.stream(row(item, locale)).map(CsvExport::harmless));
          text.append(line);
          line.setLength(0);
        });
    text.append(line).flush();
  }

  private @Nullable Object[] row(Item item, Locale locale) {
    Finding finding = item.finding();
    Optional<Due> due = Optional.ofNullable(finding.due());
    Optional<Item.Subject> milestone = Optional.ofNullable(item.milestone());
    return new @Nullable Object[] {
      finding.subject().reference(),
      finding.subject().slug(),
      item.title().in(locale),
      item.type(),
      item.stage(),
      finding.subject().milestone(),
      finding.subject().target(),
      milestone.map(Item.Subject::kind).orElse(null),
      milestone.map(Item.Subject::name).map(name -> name.in(locale)).orElse(item.quantity()),
      item.party(),
      finding.body(),
      finding.status(),
      finding.severity(),
      finding.daysLate() == null ? null : finding.daysLate().min(),
      finding.daysLate() == null ? null : finding.daysLate().max(),
      due.map(Due::statedAs).orElse(null),
      due.map(Due::edtf).orElse(null),
      due.<LocalDate>map(Due::earliest).orElse(null),
      due.<LocalDate>map(Due::latest).orElse(null),
      due.map(Due::first).orElse(null),
      finding.extended(),
      due.map(Due::zone).orElse(null),
      finding.basis(),
      finding.legalBasis(),
      finding.rule(),
      finding.ruleVersion(),
      finding.firstHeldOn(),
      sources(item.sources()),
      messages.getMessage(finding.explanation(), locale)
    };
  }

  private static String sources(List<Source> sources) {
    return sources.stream()
        .map(
            source ->
                source.date() == null ? source.outlet() : source.outlet() + " " + source.date())
        .collect(Collectors.joining("; "));
  }

  /** A formula in a cell runs when the sheet is opened; an apostrophe makes it text. */
  static String harmless(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return mayStartOne(text) ? STARTS_A_FORMULA.matcher(text).replaceAll("$1'") : text;
  }

  /**
   * Most cells do not, and are spared the search: no such sign stands behind but a letter or digit.
   */
  private static boolean mayStartOne(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (isSign(text.charAt(at)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSign(char letter) {
    return switch (letter) {
      case '=', '+', '@', '-', '＝', '＋', '－', '＠' -> true;
      default -> false;
    };
  }
}
