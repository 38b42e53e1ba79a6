package org.chancery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server of this machine that stays open from one request to the next. It costs next to
 * nothing, so that whoever asks much leaves the processors to the one who answers. They come from
 * several addresses, as those of many clients do, each of which has ports of its own; Linux has
 * those addresses, others may not.
 */
final class Wire implements Closeable {

  /**
   * An answer.
   *
   * @param head its lines up to the body, in small letters
   */
  record Answer(int status, String head, String body) {}

  private static final int CLIENTS = 16;
  private static final AtomicInteger LAID = new AtomicInteger();

  private final Socket socket;
  private final InputStream in;

  Wire(int port, Duration patience) throws IOException {
    int client = LAID.getAndIncrement() % CLIENTS;
    InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + client)});
    socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** What the server answers to the request, which is sent as it stands. */
  Answer ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().replaceFirst("HTTP/1.1 (\\d+).*", "$1"));
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line.toLowerCase(Locale.ROOT)).append('\n');
    }
    return new Answer(status, head.toString(), body(head.toString()));
  }

  private String body(String head) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (head.contains("transfer-encoding: chunked")) {
      for (int size = chunk(); size > 0; size = chunk()) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
    } else {
      String length = head.replaceFirst("(?s).*content-length: (\\d+).*", "$1");
      body.write(in.readNBytes(Integer.parseInt(length)));
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new EOFException();
      }
      if (each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
