package org.opencmas.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.limit.Client;
import org.opencmas.http.limit.Clients;
import org.opencmas.problem.TooManyRequests;

/**
 * Remembers for a minute which bearer tokens were verified, so that a client that sends the same one with every request does
 * not have its signature worked out each time: that took a quarter of the time of a placed order.
 *
 * <p>A remembered token is honoured until it expires, and in no case longer than a minute after it was verified, which is
 * therefore how long a withdrawn signing key may still open the door. A token that was refused is not remembered.
 *
 * <p>A token whose claim {@code typ} says that it is none for access, such as an identity token of the same provider, is refused
 * here: the extension asks for it only where it has fetched the keys itself. One without the claim is taken (RFC 9068 says it in
 * the header).
 *
 * <p>From an address that sent too many tokens that are none, only tokens that were verified before are taken for a while.
 */
@Alternative
@Priority(1)
@Singleton
public class VerifiedTokens implements HttpAuthenticationMechanism {
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final long MOST_TOKENS = 10_000;
    private static final int BEFORE_ALL_OTHERS = 2 * DEFAULT_PRIORITY;
    private static final String SCHEME = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    private final OidcAuthenticationMechanism verification;
    private final Clock clock;
    private final String tokenType;
    private final Clients clients;
    private final VisitorNetwork networks;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    VerifiedTokens(
            OidcAuthenticationMechanism verification,
            Clock clock,
            Clients clients,
            VisitorNetwork networks,
            @ConfigProperty(name = "cmas.oidc.token-type") String tokenType) {
        this.verification = verification;
        this.clock = clock;
        this.clients = clients;
        this.networks = networks;
        this.tokenType = tokenType;
    }

    private final TokenSubjects subjects = new TokenSubjects(Ticker.systemTicker());

    /** @param end the first instant at which the token is not valid any more */
    private record Verified(SecurityIdentity identity, Instant end, Client client) {}

    /** The client that sends the request, when its token was verified before and has not ended. */
    public @Nullable Client clientOf(RoutingContext request) {
        String token = bearerToken(request);
        Verified known = known(token);
        if (known != null) {
            return known.client;
        }
        String subject = token == null ? null : subjects.of(token, clock.instant());
        return subject == null ? null : clients.ofSubject(subject);
    }

    private @Nullable Verified known(@Nullable String token) {
        Verified found = token == null ? null : verified.getIfPresent(token);
        return found != null && clock.instant().isBefore(found.end) ? found : null;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String token = bearerToken(request);
        Verified known = known(token);
        if (known != null) {
            return Uni.createFrom().item(known.identity);
        }
        if (token != null && subjects.of(token, clock.instant()) == null) {
            try {
                watch(request);
            } catch (TooManyRequests refusal) {
                return Uni.createFrom().failure(refusal);
            }
        }
        return verification
                .authenticate(request, providers)
                .map(identity -> token == null || identity == null ? identity : remember(token, identity));
    }

    /** What counts as a token that is none is what its sender is told: a provider that does not answer is not the sender's fault. */
    private void watch(RoutingContext request) {
        String network = networks.of(request);
        clients.requireFewBadTokens(network);
        request.addEndHandler(answered -> {
            if (request.response().getStatusCode() == UNAUTHORIZED) {
                clients.badTokenFrom(network);
            }
        });
    }

    private static @Nullable String bearerToken(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length())
                : null;
    }

    private SecurityIdentity remember(String token, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return identity;
        }
        Object type = claims.getClaim("typ");
        if (type != null && !tokenType.equals(type.toString())) {
            throw new AuthenticationFailedException("a token of type " + type);
        }
        SecurityIdentity withoutRequest = withoutRequest(identity, claims);
        String subject = String.valueOf(claims.getSubject());
        Instant end = Instant.ofEpochSecond(claims.getExpirationTime());
        verified.put(token, new Verified(withoutRequest, end, clients.ofSubject(subject)));
        subjects.add(token, subject, end);
        return withoutRequest;
    }

    /**
     * The identity without what belongs to the one request in which it was verified, and with the claims that every request asks
     * for: looking for one that is not among the standard's throws and catches an exception within the token.
     */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity, JsonWebToken claims) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials());
        for (String name : Caller.BINDING_CLAIMS) {
            Object value = claims.getClaim(name);
            if (value != null) {
                builder.addAttribute(name, value.toString());
            }
        }
        return builder.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return verification.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return verification.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return verification.getCredentialTransport(request);
    }

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }
}
