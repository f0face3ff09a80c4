package org.opencmas.problem.answer;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.body.JsonBodyReader;
import org.opencmas.problem.body.ResourceBody;
import org.opencmas.problem.body.Violations;
import org.opencmas.problem.parameter.Parameters;

/**
 * The only place that turns exceptions into HTTP. The framework brings mappers of its own for some exceptions; those are
 * outranked one by one, everything else comes to the last method.
 */
class ProblemMappers {
    private final ProblemWriter writer;
    private final JsonBodyReader bodies;
    private final Clock clock;

    ProblemMappers(ProblemWriter writer, JsonBodyReader bodies, Clock clock) {
        this.writer = writer;
        this.bodies = bodies;
        this.clock = clock;
    }

    @ServerExceptionMapper(priority = 1)
    public Response refused(Refusal refusal, @Nullable ResourceInfo resource) {
        Method method = resource == null ? null : resource.getResourceMethod();
        List<Fault> found =
                method == null ? refusal.faults() : Parameters.of(method).inOrder(refusal.faults());
        List<Fault> ordered = ResourceBody.typeOf(method)
                .map(body -> bodies.inOrder(found, body))
                .orElse(found);
        return writer.response(Problem.of(refusal, ordered));
    }

    /** A body that breaks a constraint is asked for its other faults too: its operation, which would name them, does not see it. */
    @ServerExceptionMapper(value = ResteasyReactiveViolationException.class, priority = 1)
    public Response invalid(
            ResteasyReactiveViolationException e, ResourceInfo resource, UriInfo uri, HttpHeaders headers) {
        List<Fault> violated = Violations.faults(e.getConstraintViolations());
        if (violated.isEmpty()) {
            return failed(e, uri, headers);
        }
        var faults = new FaultList();
        violated.forEach(faults::add);
        Violations.arguments(e.getConstraintViolations())
                .forEach(argument -> faults.addBeside(bodies.ownFaults(argument)));
        return refused(new InvalidRequest(faults), resource);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    public Response forbidden(ForbiddenException e, ResourceInfo resource) {
        return writer.response(Failures.forbidden(RequiredRoles.of(resource.getResourceMethod())));
    }

    @ServerExceptionMapper(value = NotAllowedException.class, priority = 1)
    public Response notAllowed(NotAllowedException e, UriInfo uri) {
        return writer.response(
                Statuses.problem(405, uri.getPath()).withHeader("Allow", AllowedMethods.at(uri.getPath())));
    }

    /** A parameter of the wrong type is 404 or 400 without its name to the framework; here it is 400 with all of them. */
    @ServerExceptionMapper(
            value = {NotFoundException.class, BadRequestException.class},
            priority = 1)
    public Response parameters(WebApplicationException e, ResourceInfo resource, UriInfo uri, HttpHeaders headers) {
        List<Fault> faults = e.getCause() == null || resource.getResourceMethod() == null
                ? List.of()
                : Parameters.of(resource.getResourceMethod()).faults(uri, headers, clock.instant(), List.of());
        return faults.isEmpty() ? failed(e, uri, headers) : refused(new InvalidRequest(faults), resource);
    }

    @ServerExceptionMapper(
            value = {
                WebApplicationException.class,
                MismatchedInputException.class,
                AuthenticationFailedException.class,
                UnauthorizedException.class,
                Throwable.class
            },
            priority = 1)
    public Response failed(Throwable e, UriInfo uri, HttpHeaders headers) {
        return writer.response(
                Failures.problem(e, uri.getPath(), headers.getHeaderString(HttpHeaders.IF_MATCH) != null));
    }
}
