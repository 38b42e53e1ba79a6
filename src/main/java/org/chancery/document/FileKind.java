package org.chancery.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that a text may be, each known by its content. */
public enum FileKind {
  PDF("application/pdf", false, true, "pdf", ""),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      false,
      true,
      "docx",
      ""),
  ODT("application/vnd.oasis.opendocument.text", false, true, "odt", ""),
  TXT("text/plain", true, true, "txt text", ""),
  RTF("application/rtf", false, true, "rtf", "text/rtf application/msword"),
  PNG("image/png", true, false, "png", ""),
  JPEG("image/jpeg", true, false, "jpg jpeg", "image/pjpeg image/jpg"),
  TIFF("image/tiff", false, false, "tif tiff", "");

  private final String mediaType;
  private final boolean shownInline;
  private final boolean read;
  private final String endings;
  private final String aliases;

  FileKind(String mediaType, boolean shownInline, boolean read, String endings, String aliases) {
    this.mediaType = mediaType;
    this.shownInline = shownInline;
    this.read = read;
    this.endings = endings;
    this.aliases = aliases;
  }

  /** The kind with the media type. */
  public static Optional<FileKind> of(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }

  /** Its media type (RFC 6838). */
  public String mediaType() {
    return mediaType;
  }

  /** Whether a browser may show it instead of keeping it. */
  public boolean isShownInline() {
    return shownInline;
  }

  /** Whether it holds words that can be read out of it. */
  public boolean isRead() {
    return read;
  }

  /** Whether a file of that name may be of this kind. */
  boolean isNamed(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return List.of(endings.split(" ")).contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether a file that is said to be of the media type may be of this kind. */
  boolean isDeclared(String declared) {
    return declared.equals(mediaType) || List.of(aliases.split(" ")).contains(declared);
  }
}
