package org.opencmas.console.session;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.console.session.site.CrossSite;
import org.opencmas.console.session.site.SignInPaths;
import org.opencmas.console.session.store.SessionsDown;
import org.opencmas.console.session.store.TokensInDatabase;

/** Lets a page be called by those that it is for. */
@SignedIn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class SignedInFilter {
    private final SecurityIdentity identity;
    private final RoutingContext request;

    SignedInFilter(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    @AroundInvoke
    Object admit(InvocationContext call) throws Exception {
        if (identity.isAnonymous()) {
            throw nobody(call);
        }
        List<String> roles = List.of(rolesOf(call));
        if (!roles.isEmpty() && roles.stream().noneMatch(identity::hasRole)) {
            throw new WrongRole(roles);
        }
        return call.proceed();
    }

    private RuntimeException nobody(InvocationContext call) {
        boolean ofPage = request.request().getHeader("HX-Request") != null;
        boolean readsPage =
                !ofPage && CrossSite.onlyReads(request.request().method().name());
        if (readsPage && TokensInDatabase.isUnknown(request)) {
            return new SessionsDown();
        }
        if (readsPage) {
            return new RedirectionException(
                    Response.Status.SEE_OTHER,
                    URI.create(SignInPaths.signInThen(request.request().uri())));
        }
        String target = ofPage ? request.request().getHeader("HX-Target") : null;
        return new SessionEnded(
                request.request().uri(),
                target == null ? "" : target,
                typed(call),
                TokensInDatabase.isUnknown(request));
    }

    private static Map<String, List<String>> typed(InvocationContext call) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (Object argument : call.getParameters()) {
            if (argument instanceof MultivaluedMap<?, ?> form) {
                form.forEach((name, values) -> typed.put(
                        String.valueOf(name),
                        values.stream().map(String::valueOf).toList()));
            }
        }
        return typed;
    }

    private static String[] rolesOf(InvocationContext call) {
        SignedIn ofMethod = call.getMethod().getAnnotation(SignedIn.class);
        SignedIn ofClass = call.getMethod().getDeclaringClass().getAnnotation(SignedIn.class);
        return ofMethod != null ? ofMethod.value() : ofClass == null ? new String[0] : ofClass.value();
    }
}
