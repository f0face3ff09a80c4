package org.opencmas.journal.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** An RSA key that signs checkpoints, RSASSA-PKCS1-v1_5 with SHA-256 (RS256): any language verifies it with a power and a comparison. */
final class SigningKey {
    /** NIST SP 800-57 part 1 asks for it beyond 2030. */
    static final int LEAST_BITS = 3072;

    private static final String ALGORITHM = "SHA256withRSA";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final RSAPrivateCrtKey key;
    private final String id;

    private SigningKey(RSAPrivateCrtKey key) {
        this.key = key;
        this.id =
                base64(DigestUtils.sha256(("{\"e\":\"" + exponent() + "\",\"kty\":\"RSA\",\"n\":\"" + modulus() + "\"}")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads the PEM file of a private key (PKCS #8, not encrypted).
     *
     * @throws IllegalArgumentException when it cannot be read, or is no RSA key of at least {@value #LEAST_BITS} bits; never with what it holds
     */
    static SigningKey read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                throw new IllegalArgumentException(file + " is no private key in PEM (PKCS #8, not encrypted)");
            }
            byte[] encoded =
                    Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return of(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)), file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the signing key " + file + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " is no RSA key");
        }
    }

    private static SigningKey of(PrivateKey key, Path file) {
        if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() >= LEAST_BITS) {
            return new SigningKey(rsa);
        }
        throw new IllegalArgumentException(file + " is no RSA key of at least " + LEAST_BITS + " bits");
    }

    /** RFC 7638: who has the public key can work it out. */
    String id() {
        return id;
    }

    String modulus() {
        return base64(unsigned(key.getModulus()));
    }

    String exponent() {
        return base64(unsigned(key.getPublicExponent()));
    }

    byte[] sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checkpoint could not be signed", e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
