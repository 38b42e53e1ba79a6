package org.chancery.notice;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Another system on this machine, whose webhook a test of the whole application calls. */
final class Neighbour {

  private static final List<String> HEARD = Collections.synchronizedList(new ArrayList<>());
  private static final HttpServer SERVER = start();

  private Neighbour() {}

  /** Where it is called. */
  static String url() {
    return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/hook";
  }

  /** The bodies of the calls since this was last asked. */
  static List<String> heard() {
    List<String> heard = List.copyOf(HEARD);
    HEARD.clear();
    return heard;
  }

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/hook",
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HEARD.add(new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
