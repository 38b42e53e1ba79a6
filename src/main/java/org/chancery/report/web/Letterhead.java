package org.chancery.report.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands at the head of what is printed ({@code chancery.letterhead}).
 *
 * @param lines the name of the house, and what else it puts there
 * @param logo the path of a picture (PNG or JPEG); empty for none
 */
@ConfigurationProperties("chancery.letterhead")
record Letterhead(@DefaultValue List<String> lines, @DefaultValue("") String logo) {

  /**
   * @throws IllegalArgumentException when there is no such picture
   */
  Letterhead {
    lines = lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (!logo.isBlank() && (!ending(logo).matches("png|jpe?g") || !Files.isReadable(path(logo)))) {
      throw new IllegalArgumentException(
          "chancery.letterhead.logo must be a readable PNG or JPEG, not " + logo);
    }
  }

  /** The picture as an address that holds it; null for none. */
  public @Nullable String picture() {
    if (logo.isBlank()) {
      return null;
    }
    try {
      String type = ending(logo).equals("png") ? "png" : "jpeg";
      byte[] picture = Files.readAllBytes(path(logo));
      return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(picture);
    } catch (IOException gone) {
      throw new UncheckedIOException("The logo of the letterhead cannot be read", gone);
    }
  }

  private static Path path(String logo) {
    return Path.of(logo.strip());
  }

  private static String ending(String logo) {
    return logo.strip().substring(logo.strip().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
