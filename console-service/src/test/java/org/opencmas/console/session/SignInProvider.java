package org.opencmas.console.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider that lets everybody in at once: who signs in and with which role is said in its sign-in's address ({@code persona=somebody:dgs-analyst}). The code flow
 * with its codes, nonces and signed tokens is the real one; no browser is needed.
 */
public final class SignInProvider implements QuarkusTestResourceLifecycleManager {
    static final String AGENCY = "0190a000-0000-7000-8000-00000000a007";
    static final String CONTRACTOR = "0190a000-0000-7000-8000-00000000c014";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final long LIFE_SECONDS = 900;

    private @Nullable HttpServer server;
    private @Nullable KeyPair key;
    private String issuer = "";

    @Override
    public Map<String, String> start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/cmas";
        server.createContext("/realms/cmas/.well-known/openid-configuration", this::describe);
        server.createContext("/realms/cmas/certs", this::keys);
        server.createContext("/realms/cmas/auth", this::letIn);
        server.createContext("/realms/cmas/token", this::tokens);
        server.start();
        return Map.of(
                "quarkus.oidc.auth-server-url", issuer, "quarkus.oidc.authentication.cookie-force-secure", "false");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        issuer + "/auth",
                        "token_endpoint",
                        issuer + "/token",
                        "jwks_uri",
                        issuer + "/certs",
                        "end_session_endpoint",
                        issuer + "/logout",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256")));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) key().getPublic();
        answer(
                exchange,
                Map.of(
                        "keys",
                        List.of(Map.of(
                                "kty", "RSA",
                                "use", "sig",
                                "alg", "RS256",
                                "kid", "test",
                                "n", base64(key.getModulus()),
                                "e", base64(key.getPublicExponent())))));
    }

    /** The code holds what the token is made of, so nothing is kept. */
    private void letIn(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = BASE64.encodeToString(
                (asked.get("persona") + " " + asked.getOrDefault("nonce", "")).getBytes(StandardCharsets.UTF_8));
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void tokens(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String[] code =
                new String(Base64.getUrlDecoder().decode(sent.get("code")), StandardCharsets.UTF_8).split(" ", 2);
        String[] persona = code[0].split(":", 2);
        Map<String, Object> access = claims(persona[0]);
        access.put("aud", "cmas");
        access.put("typ", "Bearer");
        access.put("realm_access", Map.of("roles", List.of(persona[1].split(","))));
        Map<String, Object> identity = claims(persona[0]);
        identity.put("agency_id", persona[1].startsWith("agency") ? AGENCY : "");
        identity.put("contractor_id", persona[1].startsWith("contractor") ? CONTRACTOR : "");
        identity.put("aud", "cmas-console");
        identity.put("nonce", code[1]);
        answer(
                exchange,
                Map.of(
                        "access_token",
                        signed(access),
                        "id_token",
                        signed(identity),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        LIFE_SECONDS));
    }

    private Map<String, Object> claims(String subject) {
        Map<String, Object> claims = new LinkedHashMap<>();
        long now = Instant.now().getEpochSecond();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("preferred_username", subject);
        claims.put("name", "Person " + subject);
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        return claims;
    }

    private String signed(Map<String, Object> claims) throws IOException {
        String content = BASE64.encodeToString(
                        "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"test\"}".getBytes(StandardCharsets.UTF_8))
                + "." + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private KeyPair key() {
        if (key == null) {
            throw new IllegalStateException("It has not started");
        }
        return key;
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, Map<String, ?> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
