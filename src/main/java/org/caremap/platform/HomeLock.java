package org.caremap.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who holds {@code CAREMAP_HOME}: one process at a time. A server that holds it says in {@code
 * server.json} (readable by its owner only) where it listens and the token by which the command
 * line of the same user may speak to it.
 */
public final class HomeLock implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  // A file lock belongs to the process, so does this: the server's first line takes the lock and
  // the started application finds it here.
  private static final ConcurrentMap<Path, HomeLock> HELD = new ConcurrentHashMap<>();

  private final Path home;
  private final FileChannel channel;
  private final FileLock lock;

  private HomeLock(Path home, FileChannel channel, FileLock lock) {
    this.home = home;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Where a running server answers.
   *
   * @param url base address, no trailing slash
   * @param token accepted as the password of user {@link AdminAccount#LOCAL_USER}
   * @param pid its process
   */
  public record Server(String url, String token, long pid) {}

  /**
   * @param home the folder, created where absent
   * @return the lock (the same one where this process holds it already), or empty where another
   *     process holds it
   * @throws IOException where the folder cannot be written
   */
  public static Optional<HomeLock> tryAcquire(Path home) throws IOException {
    Files.createDirectories(home);
    HomeLock held = HELD.get(home);
    if (held != null) {
      return Optional.of(held);
    }
    FileChannel channel =
        FileChannel.open(
            home.resolve("home.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        Files.deleteIfExists(serverFile(home));
        HomeLock acquired = new HomeLock(home, channel, lock);
        HELD.put(home, acquired);
        return Optional.of(acquired);
      }
    } catch (OverlappingFileLockException e) {
      // Held by another class loader of this process: the same as held by another process.
    }
    channel.close();
    return Optional.empty();
  }

  /** Says where this process listens. */
  public void announce(Server server) throws IOException {
    Path file = serverFile(home);
    Path draft = home.resolve("server.json.new");
    Files.deleteIfExists(draft);
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(draft, JSON.writeValueAsBytes(server));
    Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** The server that announced itself in this folder, if any. */
  public static Optional<Server> findServer(Path home) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(serverFile(home)), Server.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path serverFile(Path home) {
    return home.resolve("server.json");
  }

  @Override
  public void close() throws IOException {
    HELD.remove(home, this);
    Files.deleteIfExists(serverFile(home));
    lock.release();
    channel.close();
  }
}
