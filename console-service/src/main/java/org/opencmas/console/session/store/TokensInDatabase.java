package org.opencmas.console.session.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.session.site.SignInPaths;

/**
 * Keeps the tokens of the code flow in the session table. The cookie holds 256 random bits that name the session; what the table holds
 * opens nothing without the cipher's secret.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class TokensInDatabase implements TokenStateManager {
    private static final Logger LOG = Logger.getLogger(TokensInDatabase.class);
    private static final int NAME_BYTES = 32;
    private static final String FOUND = Session.class.getName();
    private static final String UNKNOWN = SessionsDown.class.getName();
    private static final Base64.Encoder NAMES = Base64.getUrlEncoder().withoutPadding();

    private final Sessions sessions;
    private final SessionCipher cipher;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokensInDatabase(Sessions sessions, SessionCipher cipher, ObjectMapper json, Clock clock) {
        this.sessions = sessions;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /** What of a sign-in is kept. */
    private record Tokens(
            String idToken,
            String accessToken,
            @Nullable String refreshToken,
            @Nullable Long accessTokenExpiresIn,
            @Nullable String accessTokenScope) {
        static Tokens of(AuthorizationCodeTokens tokens) {
            return new Tokens(
                    tokens.getIdToken(),
                    tokens.getAccessToken(),
                    tokens.getRefreshToken(),
                    tokens.getAccessTokenExpiresIn(),
                    tokens.getAccessTokenScope());
        }

        AuthorizationCodeTokens toQuarkus() {
            return new AuthorizationCodeTokens(
                    idToken, accessToken, refreshToken, accessTokenExpiresIn, accessTokenScope);
        }
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig configuration,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> blocking) {
        return blocking.runBlocking(() -> noting(request, () -> {
            String name = add(Tokens.of(tokens), found(request));
            // Whoever the request is from now on, the row that it came with does not tell.
            request.remove(FOUND);
            return name;
        }));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig configuration,
            String name,
            OidcRequestContext<AuthorizationCodeTokens> blocking) {
        return blocking.runBlocking(() -> read(find(request, name)
                        .orElseThrow(() -> new AuthenticationFailedException("The session has ended")))
                .toQuarkus());
    }

    /**
     * Finds the session that a request came with, and notes that it is in use.
     *
     * @return nothing when it has ended
     * @throws SessionsDown when the table does not answer; the request keeps that it was so
     */
    Optional<Session> find(RoutingContext request, String name) {
        return noting(request, () -> {
            Instant now = clock.instant();
            Optional<Session> session = sessions.find(hash(name), now);
            session.ifPresent(found -> {
                request.put(FOUND, found);
                sessions.seen(found, now);
            });
            return session;
        });
    }

    /** Returns the session that was found for a request; nothing when none was, or when its tokens were renewed since. */
    static Optional<Session> found(RoutingContext request) {
        return Optional.ofNullable(request.get(FOUND));
    }

    /** Called at a sign-out, and before the renewed tokens of a session are stored under a new name. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig configuration, String name, OidcRequestContext<Void> blocking) {
        return blocking.runBlocking(() -> noting(request, () -> {
            if (SignInPaths.isSignOut(request.normalizedPath())) {
                sessions.end(hash(name));
            } else {
                sessions.replace(hash(name), clock.instant());
            }
            return null;
        }));
    }

    /** Tells whether the session of a request could not be looked up, so that nobody seems to be signed in. */
    public static boolean isUnknown(RoutingContext request) {
        return request.get(UNKNOWN) != null;
    }

    /** What becomes of the failure on its way through the code flow is not ours: the request keeps that it happened. */
    private static <T> T noting(RoutingContext request, Supplier<T> work) {
        try {
            return work.get();
        } catch (SessionsDown e) {
            LOG.warn(e.getMessage(), e);
            request.put(UNKNOWN, true);
            throw e;
        }
    }

    private String add(Tokens tokens, Optional<Session> renewed) {
        Instant now = clock.instant();
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = NAMES.encodeToString(bytes);
        byte[] hash = hash(name);
        sessions.removeOld(now);
        sessions.add(new Session(
                hash,
                renewed.map(Session::signIn).orElseGet(UUID::randomUUID),
                subject(tokens.idToken()),
                renewed.map(Session::signedInAt).orElse(now),
                now,
                cipher.encrypt(write(tokens), hash)));
        return name;
    }

    private Tokens read(Session session) {
        byte[] plain = cipher.decrypt(session.tokens(), session.nameHash())
                .orElseThrow(() -> new AuthenticationFailedException("The session was made with another secret"));
        try {
            return json.readValue(plain, Tokens.class);
        } catch (IOException e) {
            throw new AuthenticationFailedException("The session is of another release", e);
        }
    }

    private byte[] write(Tokens tokens) {
        try {
            return json.writeValueAsBytes(tokens);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and a number can be written", e);
        }
    }

    /** The token was verified before: only its subject is read. */
    private String subject(String idToken) {
        try {
            String[] parts = idToken.split("\\.", -1);
            return json.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new AuthenticationFailedException("The token has no subject", e);
        }
    }

    static byte[] hash(String name) {
        return SessionCipher.sha256(name.getBytes(StandardCharsets.US_ASCII));
    }
}
