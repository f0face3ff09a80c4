package org.opencmas.limit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The word of a program that asks in the name of its visitors: from which network the visitor came, with the minute and an HMAC-SHA-256 over
 * both. Who does not have the secret cannot say it, and what was overheard is worth one visitor's allowance for some minutes.
 */
public final class Visitors {
    /** The header that carries the word. */
    public static final String HEADER = "X-CMAS-Visitor";

    /** Characters of a secret, at least: half of what 32 random bytes have in hexadecimal. */
    public static final int SHORTEST_SECRET = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final long MINUTES_BELIEVED = 2;

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException for a secret that is too short to be one */
    public Visitors(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "The secret for visitors must have at least " + SHORTEST_SECRET + " characters.");
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param address of the visitor; null for none that can be told */
    public String word(@Nullable String address, Instant now) {
        String said = Addresses.network(address) + " " + minute(now);
        return said + " " + HexFormat.of().formatHex(mac(said));
    }

    /** The network of which the word tells; empty when it is none, or is not of these minutes. */
    public Optional<String> network(@Nullable String word, Instant now) {
        if (word == null) {
            return Optional.empty();
        }
        int end = word.lastIndexOf(' ');
        int middle = end < 0 ? -1 : word.lastIndexOf(' ', end - 1);
        if (middle < 0 || !isSigned(word.substring(0, end), word.substring(end + 1))) {
            return Optional.empty();
        }
        // It is signed, so it is a number.
        long minutes = Long.parseLong(word.substring(middle + 1, end)) - minute(now);
        return Math.abs(minutes) <= MINUTES_BELIEVED ? Optional.of(word.substring(0, middle)) : Optional.empty();
    }

    private boolean isSigned(String said, String mac) {
        return MessageDigest.isEqual(
                HexFormat.of().formatHex(mac(said)).getBytes(StandardCharsets.UTF_8),
                mac.getBytes(StandardCharsets.UTF_8));
    }

    private static long minute(Instant now) {
        return Duration.ofSeconds(now.getEpochSecond()).toMinutes();
    }

    private byte[] mac(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(("cmas visitor 1 " + said).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
