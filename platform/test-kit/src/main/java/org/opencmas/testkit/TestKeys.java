package org.opencmas.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key pair that signs the tokens of one test run. Each process makes its own, so that no key from
 * the repository is ever trusted. System properties hold it because Quarkus loads this class more than once.
 */
final class TestKeys {
    private static final String PRIVATE = "test-kit.token.private-key";
    private static final String PUBLIC = "test-kit.token.public-key";

    private TestKeys() {}

    /** The public half in the form that {@code quarkus.oidc.public-key} takes: base64 without armour. */
    static String publicKey() {
        make();
        return System.getProperty(PUBLIC);
    }

    static PrivateKey privateKey() {
        make();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A key that no service trusts. */
    static PrivateKey strangersKey() {
        return newPair().getPrivate();
    }

    /** HS256 with the bytes of the public key as the secret: what a verifier takes that lets the token choose its algorithm. */
    static String signedWithPublicKeyAsSecret(String header, String claims) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(publicKey()), "HmacSHA256"));
            String signed = header + "." + claims;
            return signed + "." + Tokens.base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void make() {
        synchronized (System.class) {
            if (System.getProperty(PRIVATE) == null) {
                KeyPair pair = newPair();
                System.setProperty(PUBLIC, base64(pair.getPublic().getEncoded()));
                System.setProperty(PRIVATE, base64(pair.getPrivate().getEncoded()));
            }
        }
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
