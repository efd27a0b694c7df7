package org.caremap.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Another address of the server that can be cut, for pages and their service workers alike. The
 * browser is not told, as it is not on a mobile network that has only become very bad.
 */
final class NetworkCable implements AutoCloseable {
  private final URI server;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listening;

  NetworkCable(URI server) {
    this.server = server;
    plugIn(0);
    port = listening.getLocalPort();
  }

  /** Where visitors find the server. The name makes it a secure origin. */
  URI address() {
    return URI.create("http://localhost:" + port + "/");
  }

  /** From now on nobody is connected, and nobody gets a connection. */
  void cut() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(NetworkCable::closeQuietly);
  }

  /** The network is back. */
  void mend() {
    plugIn(port);
  }

  private void plugIn(int atPort) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort));
      listening = socket;
      start(() -> accept(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket visitor = socket.accept();
        open.add(visitor);
        Socket there = new Socket(server.getHost(), server.getPort());
        open.add(there);
        start(() -> relay(visitor, there));
        start(() -> relay(there, visitor));
        if (socket.isClosed()) {
          closeQuietly(visitor);
          closeQuietly(there);
        }
      } catch (IOException e) {
        // Cut while somebody was coming in: the loop ends with the socket.
      }
    }
  }

  private void relay(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // One of both has hung up, or the cable was cut.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "network-cable");
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  @Override
  public void close() {
    cut();
  }
}
