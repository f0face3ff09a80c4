package org.opencmas.console.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The console's own files, addressed with the first letters of their hash: a browser keeps them for as long as they are the same. */
@ApplicationScoped
class Assets {
    private static final int LETTERS = 12;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    Assets() {}

    String address(String path) {
        return addresses.computeIfAbsent(path, each -> each + "?v=" + hash(each));
    }

    /** Returns whether it is the address of one of the files as it is now. */
    boolean isAddress(String address) {
        return addresses.containsValue(address);
    }

    private static String hash(String path) {
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + path)) {
            if (in == null) {
                throw new IllegalStateException("There is no file " + path);
            }
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()))
                    .substring(0, LETTERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
