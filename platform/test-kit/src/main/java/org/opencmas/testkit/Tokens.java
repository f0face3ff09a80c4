package org.opencmas.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bearer tokens as the identity provider would give them, signed with the key of this test run. Each returns the bare token,
 * to be sent as {@code Authorization: Bearer <token>}.
 */
public final class Tokens {
    /** The issuer that the services under test expect. */
    public static final String ISSUER = "https://identity.test/realms/cmas";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofHours(2);

    private Tokens() {}

    /** A person or system that has these roles and belongs to no agency and no contractor; the subject is the first role. */
    public static String of(String... roles) {
        return person(roles.length == 0 ? "nobody" : roles[0], roles);
    }

    /** A person with a name of its own, for what two persons must do. */
    public static String person(String subject, String... roles) {
        return sign(claims(subject, Instant.now(), roles), TestKeys.privateKey());
    }

    /** The system of that agency: it buys and approves. */
    public static String buyer(Object agencyId) {
        Map<String, Object> claims = claims("erp-" + agencyId, Instant.now(), "agency-buyer", "agency-approver");
        claims.put("agency_id", agencyId.toString());
        return sign(claims, TestKeys.privateKey());
    }

    /** The clerk of that contractor. */
    public static String contractor(Object contractorId) {
        Map<String, Object> claims = claims("contractor-" + contractorId, Instant.now(), "contractor");
        claims.put("contractor_id", contractorId.toString());
        return sign(claims, TestKeys.privateKey());
    }

    /** A token that was good until an hour ago. */
    public static String expired(String... roles) {
        return sign(claims("late", Instant.now().minus(LIFE).minus(Duration.ofHours(1)), roles), TestKeys.privateKey());
    }

    /** A token with the right claims, signed by somebody else. */
    public static String forged(String... roles) {
        return sign(claims("forger", Instant.now(), roles), TestKeys.strangersKey());
    }

    private static Map<String, Object> claims(String subject, Instant issuedAt, String... roles) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", subject);
        claims.put("preferred_username", subject);
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(LIFE).getEpochSecond());
        claims.put("typ", "Bearer");
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    /** A signed JSON web token, RS256 (RFC 7515 section 3.1). */
    private static String sign(Map<String, Object> claims, PrivateKey key) {
        try {
            String signed = base64(JSON.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT", "kid", "test")))
                    + "."
                    + base64(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (JsonProcessingException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
