package org.chancery.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.DocumentSelector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.BodyContentHandler;
import org.chancery.document.Document.Version;
import org.chancery.document.Extract.Lines;
import org.chancery.document.Extract.Nothing;
import org.chancery.web.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * Reads the words out of a file, in bounded memory and time: few files at once, each on a thread of
 * its own that nobody waits for longer than is reasonable, no more text than a treaty has, and
 * nothing that is embedded in the file.
 */
@Component
class Extraction {

  private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);

  /** The most characters that are read out of one file: some six hundred pages. */
  private static final int MOST = 1_500_000;

  private static final int SECONDS = 20;
  private static final long MOST_IN_MEMORY = 16L << 20;

  private final Contents contents;
  private final Path folder;
  private final Semaphore free = new Semaphore(2);

  /**
   * @param folder where a file lies while it is read
   */
  Extraction(Contents contents, @Value("${java.io.tmpdir}") String folder) {
    this.contents = contents;
    this.folder = Path.of(folder);
  }

  /** The words of the version, or why there are none. */
  Extract of(Version version) {
    if (!version.isHeld()) {
      return nothing("takenOut", version);
    }
    if (!version.kind().isRead()) {
      return nothing("picture", version);
    }
    if (!free.tryAcquire()) {
      return nothing("busy", version);
    }
    FutureTask<Extract> task = new FutureTask<>(() -> copyAndRead(version));
    startAndMakeRoom(task);
    return outcome(task, version);
  }

  /**
   * However long it takes: a file that is still being read leaves no room for another. Whatever
   * becomes of it, even where there is no thread to be had, there is room afterwards.
   */
  private void startAndMakeRoom(FutureTask<Extract> task) {
    boolean isStarted = false;
    try {
      Thread thread = new Thread(() -> runAndMakeRoom(task), "extraction");
      thread.setDaemon(true);
      thread.start();
      isStarted = true;
    } finally {
      if (!isStarted) {
        free.release();
      }
    }
  }

  private void runAndMakeRoom(FutureTask<Extract> task) {
    try {
      task.run();
    } finally {
      free.release();
    }
  }

  private static Extract outcome(FutureTask<Extract> task, Version version) {
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      task.cancel(true);
      return nothing("slow", version);
    } catch (ExecutionException broken) {
      LOG.info("{} cannot be read", version.sha256(), broken.getCause());
      return nothing("broken", version);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return nothing("slow", version);
    }
  }

  private Extract copyAndRead(Version version) throws IOException, TikaException, SAXException {
    Path file = Files.createTempFile(folder, "chancery-", ".read");
    try (InputStream content = contents.open(version.sha256())) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return read(file, version);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The words of what lies in the file. */
  static Extract read(Path file, Version version) throws IOException, TikaException, SAXException {
    BodyContentHandler words = new BodyContentHandler(MOST);
    boolean isCut = false;
    try (TikaInputStream content = TikaInputStream.get(file)) {
      parser(version.kind()).parse(content, words, new Metadata(), context());
    } catch (SAXException | TikaException stopped) {
      if (!WriteLimitReachedException.isWriteLimitReached(stopped)) {
        throw stopped;
      }
      isCut = true;
    }
    List<String> lines = lines(words.toString());
    return lines.isEmpty() ? nothing("wordless", version) : new Lines(lines, isCut);
  }

  private static List<String> lines(String words) {
    return words
        .lines()
        .map(line -> line.replaceAll("[\\s\\u00a0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static Parser parser(FileKind kind) {
    return switch (kind) {
      case PDF -> new PDFParser();
      case DOCX -> new OOXMLParser();
      case ODT -> new OpenDocumentParser();
      case RTF -> new RTFParser();
      case TXT -> new TXTParser();
      case PNG, JPEG, TIFF -> throw new IllegalStateException("a picture holds no words");
    };
  }

  private static ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(DocumentSelector.class, embedded -> false);
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setMaxMainMemoryBytes(MOST_IN_MEMORY);
    pdf.setExtractAnnotationText(false);
    context.set(PDFParserConfig.class, pdf);
    OfficeParserConfig office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    context.set(OfficeParserConfig.class, office);
    return context;
  }

  private static Nothing nothing(String why, Version version) {
    return new Nothing(Message.of("document.unread." + why, version.number(), version.fileName()));
  }
}
