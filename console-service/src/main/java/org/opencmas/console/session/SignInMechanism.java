package org.opencmas.console.session;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.opencmas.console.session.site.CrossSite;
import org.opencmas.console.session.site.SignInPaths;

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

    SignInMechanism(OidcAuthenticationMechanism codeFlow) {
        this.codeFlow = codeFlow;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (!needsSomeone(request)) {
            return Uni.createFrom().nullItem();
        }
        return codeFlow.authenticate(request, identities)
                .onFailure(failure -> !(failure instanceof AuthenticationRedirectException))
                .recoverWithUni(failure -> {
                    LOG.debugf(failure, "Nobody is signed in");
                    return Uni.createFrom().nullItem();
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
