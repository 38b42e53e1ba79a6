package org.chancery.report.web;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.JDKXRLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.chancery.report.Item;
import org.chancery.web.Locales;
import org.chancery.web.Refusal;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The report on paper (PDF, tagged): the letterhead of the house, and a table for each body that
 * must act, in {@code templates/printout.html}. Its fonts go with it, for each script that the
 * house speaks. A page is laid out with the whole document in memory, so it holds only so many
 * items, and one is made at a time.
 */
@Component
@EnableConfigurationProperties(Letterhead.class)
final class PdfExport implements Export {

  private static final String FONT = "DejaVu Sans";

  /** What XML may not hold, what no font has, and the signs that only direct what stands beside. */
  private static final Pattern NOT_ON_PAPER =
      Pattern.compile(
          "[^\\t\\n\\r\\x20-\\uFFFD]|[\\uD800-\\uDFFF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  static {
    // Else it writes past the log of the house, in lines of its own.
    XRLog.setLoggerImpl(
        new JDKXRLogger(
            /* useParent= */ false,
            Level.WARNING,
            new SLF4JBridgeHandler(),
            new SimpleFormatter()));
  }

  private final Printouts printouts;
  private final Letterhead letterhead;
  private final ITemplateEngine templates;
  private final int most;

  PdfExport(
      Printouts printouts,
      Letterhead letterhead,
      ITemplateEngine templates,
      @Value("${chancery.exports.pdf-rows}") int most) {
    this.printouts = printouts;
    this.letterhead = letterhead;
    this.templates = templates;
    this.most = most;
  }

  @Override
  public String ending() {
    return "pdf";
  }

  @Override
  public MediaType type() {
    return MediaType.APPLICATION_PDF;
  }

  /**
   * @throws Refusal when there are more items than paper is good for
   */
  @Override
  public void write(Answered answer, OutputStream out) throws IOException {
    List<Item> items = new ArrayList<>();
    answer.each(
        item -> {
          if (items.size() == most) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "export.pdf.rows", most);
          }
          items.add(item);
        });
    Printout printout = printouts.of(answer, items);
    Map<String, Object> values = Map.of("letterhead", letterhead, "printout", printout);
    Locale locale = printout.locale();
    String page = templates.process("printout", new Context(locale, values));
    out.write(print(NOT_ON_PAPER.matcher(page).replaceAll(""), locale));
  }

  /** One at a time; who takes it slowly keeps nobody waiting. */
  private synchronized byte[] print(String page, Locale locale) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean fromTheRight = Locales.isRightToLeft(locale);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Chancery");
    builder.useFont(() -> font("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ArabicLetters());
    builder.defaultTextDirection(fromTheRight ? TextDirection.RTL : TextDirection.LTR);
    builder.useExternalResourceAccessControl(
        (address, type) -> address.startsWith("data:image/"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static InputStream font(String file) {
    InputStream font = PdfExport.class.getResourceAsStream("/fonts/" + file);
    if (font == null) {
      throw new UncheckedIOException(new java.io.FileNotFoundException("fonts/" + file));
    }
    return font;
  }
}
