package org.opencmas.http;

import io.smallrye.jwt.build.Jwt;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Bearer tokens signed with a key made for this run. */
public final class TestTokens {
    static final String ISSUER = "https://identity.test/realms/cmas";

    private static final KeyPair KEYS = keys("org.opencmas.http.test-keys");
    private static final KeyPair STRANGERS = keys("org.opencmas.http.strangers-keys");

    private TestTokens() {}

    private static final KeyPair NEXT = keys("org.opencmas.http.next-keys");

    /** The keys that the provider publishes, as a JSON web key set; each is known by a name of its own. */
    static String keySet() {
        return "{\"keys\":[" + webKey("first", KEYS) + "," + webKey("next", NEXT) + "]}";
    }

    /** As before the provider made its second key. */
    static String keySetBeforeRotation() {
        return "{\"keys\":[" + webKey("first", KEYS) + "]}";
    }

    private static String webKey(String name, KeyPair keys) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + name + "\",\"n\":\""
                + unsigned(key.getModulus()) + "\",\"e\":\"" + unsigned(key.getPublicExponent()) + "\"}";
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** Signed with the key to which the provider goes over. */
    static String ofNextKey(String subject, String... roles) {
        return sign(subject, Map.of(), Instant.now().plus(Duration.ofHours(1)), NEXT, ISSUER, roles);
    }

    public static String of(String subject, Map<String, Object> claims, String... roles) {
        return sign(subject, claims, Instant.now().plus(Duration.ofHours(1)), KEYS, ISSUER, roles);
    }

    static String endingAt(Instant end, String subject, String... roles) {
        return sign(subject, Map.of(), end, KEYS, ISSUER, roles);
    }

    static String expired(String subject, String... roles) {
        return sign(subject, Map.of(), Instant.now().minus(Duration.ofHours(1)), KEYS, ISSUER, roles);
    }

    static String forged(String subject, String... roles) {
        return sign(subject, Map.of(), Instant.now().plus(Duration.ofHours(1)), STRANGERS, ISSUER, roles);
    }

    static String ofAnotherIssuer(String subject, String... roles) {
        return sign(subject, Map.of(), Instant.now().plus(Duration.ofHours(1)), KEYS, "https://other.test", roles);
    }

    private static String sign(
            String subject, Map<String, Object> claims, Instant end, KeyPair keys, String issuer, String... roles) {
        var token = Jwt.issuer(issuer)
                .subject(subject)
                .audience("cmas")
                .claim("typ", "Bearer")
                .claim("preferred_username", subject + "-name")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(end.minus(Duration.ofHours(2)))
                .expiresAt(end);
        claims.forEach(token::claim);
        return token.jws().keyId(keys == NEXT ? "next" : "first").sign(keys.getPrivate());
    }

    /** The test and its application live in class loaders of their own: they meet in the system properties. */
    private static KeyPair keys(String name) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            if (System.getProperty(name + ".private") == null) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                System.setProperty(name + ".private", base64(pair.getPrivate().getEncoded()));
                System.setProperty(name + ".public", base64(pair.getPublic().getEncoded()));
            }
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(bytes(name + ".public"))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(name + ".private"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String property) {
        return Base64.getDecoder().decode(System.getProperty(property));
    }
}
