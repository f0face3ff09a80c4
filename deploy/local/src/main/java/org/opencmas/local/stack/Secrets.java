package org.opencmas.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.opencmas.embedded.StartFailure;

/** Secrets of one stack: made at random when first needed, kept in its folder for its owner's eyes, and the same after a restart. */
final class Secrets {
    private static final int BYTES = 32;
    private static final int KEY_BITS = 3072;

    private static final Object MAKING = new Object();

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** Returns the secret of that name, 64 hexadecimal digits. */
    String secret(String name) {
        Path file = folder.resolve(name);
        try {
            keep(file, Secrets::randomDigits);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw notMade(file, e);
        }
    }

    /** Returns the PEM file of the RSA key of that name. */
    Path signingKey(String name) {
        Path file = folder.resolve(name + ".pem").toAbsolutePath();
        try {
            keep(file, Secrets::randomKey);
            return file;
        } catch (IOException e) {
            throw notMade(file, e);
        }
    }

    /** Services that start at the same moment share some of them: the first makes it, and nobody reads half of it. */
    private void keep(Path file, Supplier<String> random) throws IOException {
        synchronized (MAKING) {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path made = Files.createTempFile(
                        folder,
                        "making-",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(made, random.get());
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static String randomDigits() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String randomKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(
                                    generator.generateKeyPair().getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static StartFailure notMade(Path file, IOException why) {
        return new StartFailure("The secret " + file + " could not be made or read: " + why.getMessage(), why);
    }
}
