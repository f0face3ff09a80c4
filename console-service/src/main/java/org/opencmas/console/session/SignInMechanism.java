package org.opencmas.console.session;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.opencmas.console.session.site.CrossSite;
import org.opencmas.console.session.site.SignInPaths;
import org.opencmas.console.session.store.VerifiedSessions;

/**
 * The code flow, but a session that has ended is nobody's rather than a failure: public pages go on, and a page that needs someone
 * says so itself, with what was typed. Who has no cookie is not looked up at all, so public pages need no identity provider.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class SignInMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(SignInMechanism.class);
    private static final int FOUND = 302;
    /** Styles, scripts and pictures are the same for everybody. */
    private static final List<String> FILES = List.of("/vendor/", "/webjars/", "/assets/");

    private static final String COOKIES_OF_CODE_FLOW = "q_";

    private final OidcAuthenticationMechanism codeFlow;
    private final VerifiedSessions verified;
    private final BlockingSecurityExecutor threads;

    /** @param threads where the session table is asked */
    SignInMechanism(OidcAuthenticationMechanism codeFlow, VerifiedSessions verified, BlockingSecurityExecutor threads) {
        this.codeFlow = codeFlow;
        this.verified = verified;
        this.threads = threads;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (!needsSomeone(request)) {
            return Uni.createFrom().nullItem();
        }
        return identify(request, identities)
                .onFailure(failure -> !(failure instanceof AuthenticationRedirectException))
                .recoverWithUni(failure -> {
                    LOG.debugf(failure, "Nobody is signed in");
                    return Uni.createFrom().nullItem();
                });
    }

    /** The tokens of a page's session were mostly verified for the page before: then the table alone is asked. */
    private Uni<SecurityIdentity> identify(RoutingContext request, IdentityProviderManager identities) {
        Cookie session = request.request().getCookie(OidcUtils.SESSION_COOKIE_NAME);
        if (session == null
                || SignInPaths.isOfCodeFlow(request.normalizedPath())
                || !verified.knows(session.getValue())) {
            return byCodeFlow(request, identities);
        }
        Uni<Optional<SecurityIdentity>> known =
                threads.executeBlocking(() -> verified.find(request, session.getValue()));
        return known.chain(
                found -> found.isPresent() ? Uni.createFrom().item(found.get()) : byCodeFlow(request, identities));
    }

    private Uni<SecurityIdentity> byCodeFlow(RoutingContext request, IdentityProviderManager identities) {
        return codeFlow.authenticate(request, identities).invoke(identity -> {
            if (identity != null) {
                verified.keep(request, identity);
            }
        });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return codeFlow.getChallenge(request).onFailure().recoverWithItem(failure -> {
            LOG.warn("The identity provider does not answer", failure);
            return new ChallengeData(FOUND, HttpHeaders.LOCATION, SignInPaths.UNAVAILABLE);
        });
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return codeFlow.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return codeFlow.getCredentialTransport(request);
    }

    private static boolean needsSomeone(RoutingContext context) {
        HttpServerRequest request = context.request();
        // A sign-out that another site asks for does not happen.
        boolean foreignSignOut = SignInPaths.isSignOut(context.normalizedPath())
                && !CrossSite.mayChange(
                        request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"));
        return !foreignSignOut
                && FILES.stream().noneMatch(context.normalizedPath()::startsWith)
                && request.cookies().stream()
                        .anyMatch(cookie -> cookie.getName().startsWith(COOKIES_OF_CODE_FLOW));
    }
}
