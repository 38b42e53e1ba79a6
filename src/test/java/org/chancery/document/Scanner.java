package org.chancery.document;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A telephone that reads a QR code off a page: it draws the path of the SVG and decodes it. */
public final class Scanner {

  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z");
  private static final Pattern SVG =
      Pattern.compile(
          "viewBox=\"0 0 (\\d+) \\d+\"[^>]*>.*?<path[^>]* d=\"([^\"]+)\"", Pattern.DOTALL);
  private static final int PIXELS = 8;
  private static final int WHITE = 0xFFFFFF;

  private Scanner() {}

  /** What the code on the page says. */
  public static String read(String html) throws ReaderException {
    Matcher svg = SVG.matcher(html);
    if (!svg.find()) {
      throw new AssertionError("no QR code on the page");
    }
    return decoded(drawn(Integer.parseInt(svg.group(1)), svg.group(2)));
  }

  static String read(QrCode code) throws ReaderException {
    return decoded(drawn(code.size(), code.path()));
  }

  /** What it says although the corner without a mark is stamped over. */
  static String readStamped(QrCode code) throws ReaderException {
    int[][] drawn = drawn(code.size(), code.path());
    int from = drawn.length - 10 * PIXELS;
    for (int y = from; y < drawn.length - 4 * PIXELS; y++) {
      Arrays.fill(drawn[y], from, drawn.length - 4 * PIXELS, 0);
    }
    return decoded(drawn);
  }

  private static int[][] drawn(int size, String path) {
    int[][] pixels = new int[size * PIXELS][size * PIXELS];
    for (int[] row : pixels) {
      Arrays.fill(row, WHITE);
    }
    RUN.matcher(path).results().forEach(run -> fill(pixels, run));
    return pixels;
  }

  private static void fill(int[][] pixels, MatchResult run) {
    int x = PIXELS * Integer.parseInt(run.group(1));
    int y = PIXELS * Integer.parseInt(run.group(2));
    int width = PIXELS * Integer.parseInt(run.group(3));
    for (int row = y; row < y + PIXELS; row++) {
      Arrays.fill(pixels[row], x, x + width, 0);
    }
  }

  /** It looks more than once, as a telephone does: what one look misses, the next one sees. */
  private static String decoded(int[][] pixels) throws ReaderException {
    int size = pixels.length;
    int[] flat = Arrays.stream(pixels).flatMapToInt(Arrays::stream).toArray();
    LuminanceSource seen = new RGBLuminanceSource(size, size, flat);
    try {
      return decoded(new HybridBinarizer(seen), DecodeHintType.TRY_HARDER);
    } catch (ReaderException missed) {
      return decoded(new GlobalHistogramBinarizer(seen), DecodeHintType.PURE_BARCODE);
    }
  }

  private static String decoded(Binarizer seen, DecodeHintType hint) throws ReaderException {
    return new QRCodeReader().decode(new BinaryBitmap(seen), Map.of(hint, Boolean.TRUE)).getText();
  }
}
