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
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens as the identity provider would give them, signed with the key of this test run. Each returns the bare token,
 * to be sent as {@code Authorization: Bearer <token>}.
 */
public final class Tokens {
    /** The issuer that the services under test expect. */
    public static final String ISSUER = "https://identity.test/realms/cmas";

    /** What the services ask a token to be meant for. */
    public static final String AUDIENCE = "cmas";

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

    /** A person of that agency with a name of its own, for what two persons of one agency must do. */
    public static String personOf(Object agencyId, String subject, String... roles) {
        Map<String, Object> claims = claims(subject, Instant.now(), roles);
        claims.put("agency_id", agencyId.toString());
        return sign(claims, TestKeys.privateKey());
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

    /**
     * A person of one role, bound to an agency, a contractor, both or neither.
     *
     * @param agencyId claim {@code agency_id}, left out when null
     * @param contractorId claim {@code contractor_id}, left out when null
     */
    public static String bound(@Nullable Object agencyId, @Nullable Object contractorId, String role) {
        Map<String, Object> claims = claims(role, Instant.now(), role);
        if (agencyId != null) {
            claims.put("agency_id", agencyId.toString());
        }
        if (contractorId != null) {
            claims.put("contractor_id", contractorId.toString());
        }
        return sign(claims, TestKeys.privateKey());
    }

    /** Tokens that no service may take, by what is wrong with each; but for that each is good and has these roles. */
    public static Map<String, String> bad(String... roles) {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token at all", "nonsense");
        tokens.put("expired", expired(roles));
        tokens.put("signed by a stranger", forged(roles));
        tokens.put("wrong issuer", changed("iss", "https://elsewhere.test/realms/cmas", roles));
        tokens.put("wrong audience", changed("aud", "another-system", roles));
        tokens.put("no audience", changed("aud", null, roles));
        tokens.put("an identity token", changed("typ", "ID", roles));
        tokens.put("a refresh token", changed("typ", "Refresh", roles));
        tokens.put("not valid yet", changed("nbf", Instant.now().plus(LIFE).getEpochSecond(), roles));
        tokens.put("no end", changed("exp", null, roles));
        Map<String, Object> claims = claims("confused", Instant.now(), roles);
        tokens.put("unsigned, alg none", unsigned(claims));
        tokens.put(
                "signed with the public key as a secret",
                TestKeys.signedWithPublicKeyAsSecret(header("HS256"), base64(claims)));
        return tokens;
    }

    private static String changed(String claim, @Nullable Object value, String... roles) {
        Map<String, Object> claims = claims("changed", Instant.now(), roles);
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return sign(claims, TestKeys.privateKey());
    }

    private static String unsigned(Map<String, Object> claims) {
        return header("none") + "." + base64(claims) + ".";
    }

    private static Map<String, Object> claims(String subject, Instant issuedAt, String... roles) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
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
            String signed = header("RS256") + "." + base64(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String header(String algorithm) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm);
        header.put("typ", "JWT");
        header.put("kid", "test");
        return base64(header);
    }

    private static String base64(Map<String, Object> json) {
        try {
            return base64(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
