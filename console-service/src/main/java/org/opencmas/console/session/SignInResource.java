package org.opencmas.console.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.frame.Menu;
import org.opencmas.console.frame.Page;
import org.opencmas.console.session.site.SignInPaths;
import org.opencmas.console.session.store.Sessions;

/**
 * Signing in and out. The identity provider asks for the password; this site never sees it. Links rather than forms lead there,
 * since the content security policy lets no form end at another site.
 */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
    private final SecurityIdentity identity;
    private final Sessions sessions;
    private final Page page;

    SignInResource(SecurityIdentity identity, Sessions sessions, Page page) {
        this.identity = identity;
        this.page = page;
        this.sessions = sessions;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notSignedIn();

        static native TemplateInstance unavailable();

        static native TemplateInstance signedOut(boolean everywhere);
    }

    /** Leads nobody to the identity provider, and who comes back from it to the page that was asked for. */
    @GET
    @Path(SignInPaths.SIGN_IN)
    @RolesAllowed("**")
    public RestResponse<Void> signIn(@QueryParam("to") @DefaultValue(SignInPaths.START) String page) {
        return RestResponse.seeOther(URI.create(SignInPaths.safe(page)));
    }

    /** The identity provider's answer comes here; the code flow goes on by itself unless something went wrong. */
    @GET
    @Path(SignInPaths.SIGNED_IN)
    @PermitAll
    public RestResponse<TemplateInstance> signedIn() {
        if (!identity.isAnonymous()) {
            return RestResponse.seeOther(URI.create(SignInPaths.START));
        }
        return RestResponse.status(RestResponse.Status.UNAUTHORIZED, Templates.notSignedIn());
    }

    /** Reached only when nobody was signed in any more, or when another site asked for it. */
    @GET
    @Path(SignInPaths.SIGN_OUT)
    @PermitAll
    public RestResponse<Void> signOut() {
        return RestResponse.seeOther(URI.create("/signed-out"));
    }

    @GET
    @Path("/signed-out")
    @PermitAll
    public TemplateInstance signedOut(@QueryParam("everywhere") @DefaultValue("false") boolean everywhere) {
        return Templates.signedOut(everywhere);
    }

    @GET
    @Path(SignInPaths.UNAVAILABLE)
    @PermitAll
    public RestResponse<TemplateInstance> unavailable() {
        return RestResponse.status(RestResponse.Status.SERVICE_UNAVAILABLE, Templates.unavailable());
    }

    /** Leads to the first page of what the person works on. */
    @GET
    @Path(SignInPaths.START)
    @PermitAll
    @SignedIn
    public RestResponse<Void> work() {
        return RestResponse.seeOther(URI.create(Menu.start(page.reader())));
    }

    /** Asked for by a page on which somebody wants to stay: being asked is the use that the idle limit waits for. */
    @GET
    @Path("/session")
    @PermitAll
    @SignedIn
    public RestResponse<Void> session() {
        return RestResponse.noContent();
    }

    /** Ends all sessions of the person in this console, on every machine. */
    @POST
    @Path("/sign-out-everywhere")
    @PermitAll
    @SignedIn
    public RestResponse<Void> signOutEverywhere() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            sessions.endAllOf(token.getSubject());
        }
        return RestResponse.seeOther(URI.create("/signed-out?everywhere=true"));
    }
}
