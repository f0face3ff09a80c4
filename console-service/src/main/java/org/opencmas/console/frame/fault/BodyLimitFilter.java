package org.opencmas.console.frame.fault;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body that no form of a page sends, before it is read. A file is taken only from somebody who is signed in, at an address whose last part
 * is {@code file} or {@code marked-file}.
 */
class BodyLimitFilter {
    private static final List<String> OF_FILES = List.of("/file", "/marked-file");

    private final CurrentVertxRequest page;
    private final SecurityIdentity identity;
    private final long mostOfForm;
    private final long mostOfFile;

    /**
     * @param mostOfForm bytes of a form without a file
     * @param mostOfFile bytes of a form with one
     */
    BodyLimitFilter(
            CurrentVertxRequest page,
            SecurityIdentity identity,
            @ConfigProperty(name = "cmas.console.most-form-bytes") long mostOfForm,
            @ConfigProperty(name = "cmas.console.most-file-bytes") long mostOfFile) {
        this.page = page;
        this.identity = identity;
        this.mostOfForm = mostOfForm;
        this.mostOfFile = mostOfFile;
    }

    @ServerRequestFilter
    void refuseLargeBodies(ContainerRequestContext context) {
        HttpServerRequest request = page.getCurrent().request();
        boolean takesFile =
                OF_FILES.stream().anyMatch(context.getUriInfo().getPath()::endsWith) && !identity.isAnonymous();
        long most = takesFile ? mostOfFile : mostOfForm;
        long sent = length(request);
        if (sent > most) {
            // What is still under way is read and dropped: who is cut off while sending does not see the answer.
            request.resume();
            throw new ServiceProblem(
                    413, "Too large", "This address takes " + most + " bytes at most. Nothing was done.", List.of());
        }
    }

    /** A browser says how long a form is; what does not is taken as too long, unless something on the way of a signed-in person left it out. */
    private long length(HttpServerRequest request) {
        String length = Optional.ofNullable(request.getHeader("Content-Length")).orElse("0");
        boolean isUnsaid = request.getHeader("Transfer-Encoding") != null || !length.matches("[0-9]{1,18}");
        if (isUnsaid) {
            return identity.isAnonymous() ? Long.MAX_VALUE : 0;
        }
        return Long.parseLong(length);
    }
}
