package org.opencmas.console.session.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.opencmas.console.frame.Kept;

/**
 * Whose the sessions in use are. The two tokens of a session are decrypted, and their signatures verified, once a minute and not once a page. Whether a session goes on is nothing
 * that is kept here: the table is asked for each request, so one that was ended, also by another instance, is over at once. Tokens that are about to be renewed are left
 * to the code flow.
 */
@ApplicationScoped
public class VerifiedSessions {
    static final Duration KEPT = Duration.ofMinutes(1);
    static final int MOST = 2_000;

    private static final String REQUEST = RoutingContext.class.getName();

    private final TokensInDatabase tokens;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration renewedBefore;
    /** By the hash of the session's name. */
    private final Kept<ByteBuffer, SecurityIdentity> verified = new Kept<>(MOST);

    /** @param renewedBefore how long before their end the code flow renews tokens */
    VerifiedSessions(
            TokensInDatabase tokens,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.token.refresh-token-time-skew") Duration renewedBefore) {
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
        this.renewedBefore = renewedBefore;
    }

    /** Tells whether the tokens of a session were verified lately; asks no database. */
    public boolean knows(String name) {
        return verified.get(key(name), clock.instant()).isPresent();
    }

    /**
     * Returns who came with a request. Blocks: the session table is asked.
     *
     * @param name what the cookie holds
     * @return nobody when the session has ended or its tokens have to be verified
     * @throws SessionsDown when the table does not answer
     */
    public Optional<SecurityIdentity> find(RoutingContext request, String name) {
        Optional<SecurityIdentity> known = verified.get(key(name), clock.instant());
        if (known.isPresent() && tokens.find(request, name).isEmpty()) {
            verified.remove(key(name));
            return Optional.empty();
        }
        return known.map(identity -> of(identity, request));
    }

    /** Keeps whom the code flow found for a request; one whose tokens were renewed meanwhile comes with another name next. */
    public void keep(RoutingContext request, SecurityIdentity identity) {
        Optional<Session> session = TokensInDatabase.found(request);
        Optional<Instant> end = end(identity);
        if (session.isPresent() && end.isPresent()) {
            Instant now = clock.instant();
            verified.put(
                    ByteBuffer.wrap(session.get().nameHash()),
                    without(identity),
                    until(now, end.get().minus(renewedBefore)),
                    now);
        }
    }

    /** Returns until when tokens count as verified that are renewed at a time. */
    static Instant until(Instant now, Instant renewed) {
        Instant kept = now.plus(KEPT);
        return kept.isBefore(renewed) ? kept : renewed;
    }

    private static ByteBuffer key(String name) {
        return ByteBuffer.wrap(TokensInDatabase.hash(name));
    }

    /** Returns when the first of the two tokens ends; nothing where one does not say. */
    private Optional<Instant> end(SecurityIdentity identity) {
        AccessTokenCredential access = identity.getCredential(AccessTokenCredential.class);
        if (access == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        long first = Math.min(token.getExpirationTime(), end(access.getToken()));
        return first > 0 ? Optional.of(Instant.ofEpochSecond(first)) : Optional.empty();
    }

    private long end(String accessToken) {
        String[] parts = accessToken.split("\\.", -1);
        if (parts.length < 2) {
            return 0;
        }
        try {
            return json.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    .path("exp")
                    .asLong();
        } catch (IOException | IllegalArgumentException opaque) {
            return 0;
        }
    }

    /** The request it was found for is not kept with it. */
    private static SecurityIdentity without(SecurityIdentity identity) {
        Map<String, Object> attributes = new HashMap<>(identity.getAttributes());
        attributes.remove(REQUEST);
        return copy(identity).addAttributes(attributes).build();
    }

    private static SecurityIdentity of(SecurityIdentity identity, RoutingContext request) {
        return copy(identity)
                .addAttributes(identity.getAttributes())
                .addAttribute(REQUEST, request)
                .build();
    }

    private static QuarkusSecurityIdentity.Builder copy(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addPermissions(identity.getPermissions());
    }
}
