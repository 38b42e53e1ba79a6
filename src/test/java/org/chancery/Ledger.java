package org.chancery;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One client that opens case after case, and writes down each answer that acknowledges one, to the
 * disk, before it asks for the next. A request that nobody answered is sent again, with its key, to
 * the next server.
 */
final class Ledger implements AutoCloseable {

  private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]+)\"");

  /**
   * An acknowledged case.
   *
   * @param key under which it was opened; its title holds it
   * @param reference the one it was given
   * @param hash the SHA-256 of the answer, in hexadecimal digits
   */
  record Entry(String key, String reference, String hash) {}

  private final String name;
  private final FileChannel out;
  private int number;

  Ledger(Path folder, String name) throws IOException {
    this.name = name;
    this.out =
        FileChannel.open(
            file(folder, name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".ledger");
  }

  /** Opens cases until the server answers no more. */
  void work(Server server) {
    try {
      while (true) {
        String key = name + "-" + number + "-";
        if (isWritten(key, opened(server, key))) {
          number++;
        }
      }
    } catch (IOException unanswered) {
      // It is not known what became of it: the key is sent again to the next server.
      return;
    }
  }

  /** All that the client was told, as it lies on the disk. */
  static List<Entry> read(Path folder, String name) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file(folder, name))) {
      String[] parts = line.split(",", -1);
      entries.add(new Entry(parts[0], parts[1], parts[2]));
    }
    return entries;
  }

  private static byte[] opened(Server server, String key) throws IOException {
    HttpURLConnection call =
        (HttpURLConnection)
            URI.create(server.address() + "/api/instruments").toURL().openConnection();
    String login =
        Base64.getEncoder().encodeToString("mddtClerk:demo".getBytes(StandardCharsets.UTF_8));
    call.setRequestMethod("POST");
    call.setDoOutput(true);
    call.setReadTimeout(60_000);
    call.setRequestProperty("Authorization", "Basic " + login);
    call.setRequestProperty("Content-Type", "application/json");
    call.setRequestProperty("Idempotency-Key", key);
    call.setRequestProperty("Connection", "close");
    call.getOutputStream().write(body(key));
    int status = call.getResponseCode();
    if (status == 409 || status == 503) {
      return new byte[0];
    }
    if (status != 201) {
      throw new AssertionError(status + " for " + key);
    }
    try (InputStream answer = call.getInputStream()) {
      return answer.readAllBytes();
    }
  }

  private static byte[] body(String key) {
    return """
    {"type": "MEMORANDUM", "title": {"en": "Memorandum %s"}, "responsibleBody": "mddt",
     "parties": [{"code": "AZ"}, {"code": "KZ"}],
     "milestones": [{"kind": "REPORT", "due": "2030-06-30"}]}\
    """
        .formatted(key)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Not when it was refused for now: then it is sent again. */
  private boolean isWritten(String key, byte[] answer) throws IOException {
    if (answer.length == 0) {
      return false;
    }
    Matcher reference = REFERENCE.matcher(new String(answer, StandardCharsets.UTF_8));
    if (!reference.find()) {
      throw new AssertionError("no reference in the answer for " + key);
    }
    String line = key + "," + reference.group(1) + "," + sha256(answer) + "\n";
    out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    out.force(true);
    return true;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
