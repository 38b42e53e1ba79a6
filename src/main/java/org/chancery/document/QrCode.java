package org.chancery.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as one path of SVG: a unit is a module, and the quiet zone of four
 * modules that the standard asks for lies around it.
 *
 * @param text what it says
 * @param size how many modules it is wide and high, its quiet zone included
 * @param path the dark modules
 */
public record QrCode(String text, int size, String path) {

  private static final int QUIET = 4;

  /** The code that says the text; a quarter of it may be lost, as by a stamp or a fold. */
  public static QrCode of(String text) {
    try {
      ByteMatrix modules =
          Encoder.encode(
                  text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
      return new QrCode(text, modules.getWidth() + 2 * QUIET, path(modules));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no QR code holds this text: " + text, tooLong);
    }
  }

  /** One rectangle for each run of dark modules in a row. */
  private static String path(ByteMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int begin = x;
        while (x < modules.getWidth() && modules.get(x, y) == 1) {
          x++;
        }
        if (x > begin) {
          path.append(
              "M%d %dh%dv1H%dz".formatted(begin + QUIET, y + QUIET, x - begin, begin + QUIET));
        } else {
          x++;
        }
      }
    }
    return path.toString();
  }
}
