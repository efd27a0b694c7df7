package org.caremap.platform;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one administrator. The password comes from configuration, or is generated at first start and
 * shown once. Roles come later; they will live here.
 */
@ApplicationScoped
public class AdminAccount {
  /** The administrator's user name. */
  public static final String ADMIN = "admin";

  /** The role that may write. */
  public static final String ADMIN_ROLE = "admin";

  /** The command line on the same machine, known by the token in {@code server.json}. */
  public static final String LOCAL_USER = "local-command";

  private final UserStore users;
  private final CareMapConfig config;
  private final String localToken = randomText(32);
  // bcrypt is slow on purpose; the last password that matched is remembered as a salted digest
  // only.
  private final byte[] digestSalt = randomText(16).getBytes(StandardCharsets.UTF_8);
  private volatile byte @Nullable [] lastGood;

  AdminAccount(UserStore users, CareMapConfig config) {
    this.users = users;
    this.config = config;
  }

  /**
   * Makes sure the administrator exists and has the configured password.
   *
   * @return the generated password, only where one was generated just now
   */
  public Optional<String> prepare() {
    Optional<String> configured = config.admin().password().filter(p -> !p.isBlank());
    Optional<UserStore.Account> existing = users.find(ADMIN);
    if (configured.isPresent()) {
      if (existing.isEmpty()
          || !BcryptUtil.matches(configured.get(), existing.get().passwordHash())) {
        users.setPassword(ADMIN, configured.get(), ADMIN_ROLE);
      }
      return Optional.empty();
    }
    if (existing.isPresent()) {
      return Optional.empty();
    }
    String generated = randomText(12);
    users.setPassword(ADMIN, generated, ADMIN_ROLE);
    return Optional.of(generated);
  }

  /** The token by which this user's command line may speak to this server. */
  public String localToken() {
    return localToken;
  }

  /** The role of who signs in so, if the sign-in is right. */
  Optional<String> authenticate(String username, char[] password) {
    String given = new String(password);
    if (username.equals(LOCAL_USER)) {
      boolean same =
          MessageDigest.isEqual(
              given.getBytes(StandardCharsets.UTF_8), localToken.getBytes(StandardCharsets.UTF_8));
      return same ? Optional.of(ADMIN_ROLE) : Optional.empty();
    }
    byte[] digest = digest(username + '\0' + given);
    Optional<UserStore.Account> account = users.find(username);
    if (account.isEmpty()) {
      return Optional.empty();
    }
    byte[] known = lastGood;
    byte[] bound =
        digest(
            account.get().passwordHash() + '\0' + new String(digest, StandardCharsets.ISO_8859_1));
    if (known != null && MessageDigest.isEqual(known, bound)) {
      return Optional.of(account.get().role());
    }
    if (!BcryptUtil.matches(given, account.get().passwordHash())) {
      return Optional.empty();
    }
    lastGood = bound;
    return Optional.of(account.get().role());
  }

  private byte[] digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(digestSalt);
      return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String randomText(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
