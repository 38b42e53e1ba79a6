package org.chancery.document.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A body in parts (RFC 7578): fields and one file. */
final class Parts {

  private final String line = "line-" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** With the field. */
  Parts with(String name, String value) {
    head("form-data; name=\"" + name + "\"", "text/plain; charset=UTF-8");
    return add(value.getBytes(StandardCharsets.UTF_8)).add("\r\n");
  }

  /** With the file. */
  Parts file(String name, String type, byte[] content) {
    head("form-data; name=\"file\"; filename=\"" + name + "\"", type);
    return add(content).add("\r\n");
  }

  /** The media type of the whole. */
  String type() {
    return "multipart/form-data; boundary=" + line;
  }

  /** The whole. */
  BodyPublisher body() {
    add("--" + line + "--\r\n");
    return BodyPublishers.ofByteArray(body.toByteArray());
  }

  /** The whole with a file of so many zeros at its end, which nobody holds in memory. */
  BodyPublisher endlessBody(String name, long size) {
    head("form-data; name=\"file\"; filename=\"" + name + "\"", "text/plain");
    byte[] start = body.toByteArray();
    byte[] end = ("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(
            () ->
                new SequenceInputStream(
                    new SequenceInputStream(new ByteArrayInputStream(start), new Zeros(size)),
                    new ByteArrayInputStream(end))),
        start.length + size + end.length);
  }

  private void head(String disposition, String type) {
    add("--" + line + "\r\nContent-Disposition: " + disposition + "\r\n");
    add("Content-Type: " + type + "\r\n\r\n");
  }

  private Parts add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  private Parts add(byte[] bytes) {
    try {
      body.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /** So many zeros. */
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? '0' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      java.util.Arrays.fill(target, offset, offset + count, (byte) '0');
      left -= count;
      return count;
    }
  }
}
