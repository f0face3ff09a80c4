package org.opencmas.console.session;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.opencmas.console.frame.fault.ServiceDown;
import org.opencmas.console.session.site.CrossSite;
import org.opencmas.console.session.site.SignInPaths;
import org.opencmas.console.session.store.SessionsDown;
import org.opencmas.console.session.store.TokensInDatabase;

/** Lets a page be called by those that it is for. */
@SignedIn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class SignedInFilter {
    private static final Logger LOG = Logger.getLogger(SignedInFilter.class);

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
        try {
            return call.proceed();
        } catch (ServiceDown | ProcessingException down) {
            throw kept(call, down);
        }
    }

    /** A form whose service does not answer is shown again; a page, and a form that a file came with, is none that could be. */
    private RuntimeException kept(InvocationContext call, RuntimeException down) {
        Map<String, List<String>> typed = typed(call);
        if (typed.isEmpty() || CrossSite.onlyReads(request.request().method().name())) {
            return down;
        }
        LOG.warn(down.toString());
        return new FormKept(FormKept.Why.SERVICE_DOWN, request.request().uri(), swapTarget(), typed);
    }

    private String swapTarget() {
        String target = request.request().getHeader("HX-Request") == null
                ? null
                : request.request().getHeader("HX-Target");
        return target == null ? "" : target;
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
        return new FormKept(
                TokensInDatabase.isUnknown(request) ? FormKept.Why.SESSION_UNKNOWN : FormKept.Why.SESSION_ENDED,
                request.request().uri(),
                swapTarget(),
                typed(call));
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
