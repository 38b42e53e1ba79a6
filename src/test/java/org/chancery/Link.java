package org.chancery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The line between a node and its database, which may be long, be cut, or fall silent. */
public final class Link implements AutoCloseable {

  private final int target;
  private final ServerSocket door;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final ExecutorService carriers =
      Executors.newCachedThreadPool(
          work -> {
            Thread carrier = new Thread(work, "link");
            carrier.setDaemon(true);
            return carrier;
          });
  private final long nanosOneWay;
  private volatile boolean cut;
  private volatile boolean silent;

  /** A short one, to the port of this machine. */
  public Link(int target) throws IOException {
    this(target, Duration.ZERO);
  }

  /** One on which whatever is sent takes so long to arrive, in each direction. */
  public Link(int target, Duration oneWay) throws IOException {
    this.target = target;
    this.nanosOneWay = oneWay.toNanos();
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    carriers.execute(this::admit);
  }

  /** Where it begins, on this machine. */
  public int port() {
    return door.getLocalPort();
  }

  /** Every connection breaks, and no new one is made. */
  public void cut() throws IOException {
    cut = true;
    for (Socket end : ends) {
      end.close();
    }
    ends.clear();
  }

  /** What is sent arrives nowhere, and nobody is told. */
  public void fallSilent() {
    silent = true;
  }

  /** It is whole again; what was sent into silence arrives now. */
  public void mend() {
    cut = false;
    silent = false;
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        if (cut) {
          near.close();
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        ends.add(near);
        ends.add(far);
        carriers.execute(() -> carry(near, far));
        carriers.execute(() -> carry(far, near));
      } catch (IOException refused) {
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[1 << 14];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        while (silent && !cut) {
          LockSupport.parkNanos(10_000_000);
        }
        LockSupport.parkNanos(nanosOneWay);
        out.write(some, 0, read);
        out.flush();
      }
    } catch (IOException broken) {
      // the other end hears of it, as the connection closes
    } finally {
      ends.remove(from);
      ends.remove(to);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      cut();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    carriers.shutdownNow();
  }
}
