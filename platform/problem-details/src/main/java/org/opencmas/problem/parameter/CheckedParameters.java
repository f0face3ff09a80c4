package org.opencmas.problem.parameter;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.EncodedBody;
import org.opencmas.problem.body.JsonBodyReader;
import org.opencmas.problem.body.ResourceBody;
import org.opencmas.problem.value.StorableText;

/**
 * Refuses requests with parameters that their operation does not take, before the operation begins: an ignored filter answers
 * everything to a caller who asked for little, and an ignored {@code dryRun} is no dry run. The answer names what is wrong with the body too.
 */
class CheckedParameters {
    /** The one name of a Content-Encoding that changes nothing. */
    private static final String UNENCODED = "identity";

    private final JsonBodyReader bodies;
    private final ParameterConstraints constraints;
    private final Clock clock;

    CheckedParameters(JsonBodyReader bodies, ParameterConstraints constraints, Clock clock) {
        this.bodies = bodies;
        this.constraints = constraints;
        this.clock = clock;
    }

    /**
     * A Content-Type that is no media type is 415, as an unknown one is; later it would be a failure. So is a Content-Encoding: nothing is
     * unpacked here, since a small body could unpack to one of any size.
     */
    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR - 1)
    void checkContentType(HttpHeaders headers) {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && (type.contains(",") || !isMediaType(type))) {
            throw new NotSupportedException();
        }
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(UNENCODED)) {
            throw new EncodedBody();
        }
    }

    private static boolean isMediaType(String type) {
        try {
            MediaType.valueOf(type);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
    void check(ResourceInfo resource, UriInfo uri, HttpHeaders headers, ContainerRequestContext request)
            throws IOException {
        FaultList unfit = listOf(notStorable(uri));
        List<Fault> found = new ArrayList<>(unfit.told());
        Method method = resource.getResourceMethod();
        if (method != null) {
            List<Fault> ofBeans = constraints.ofBeans(method, uri);
            found.addAll(unfit.beside(Parameters.of(method).faults(uri, headers, clock.instant(), ofBeans)));
        }
        if (!found.isEmpty()) {
            throw new InvalidRequest(method == null ? listOf(found) : withOthers(found, resource, uri, request));
        }
    }

    /** Since the request is refused, what else is wrong with it is looked for as well. */
    private FaultList withOthers(List<Fault> found, ResourceInfo resource, UriInfo uri, ContainerRequestContext request)
            throws IOException {
        Method method = resource.getResourceMethod();
        Set<String> faulty = found.stream().map(Fault::pointer).collect(Collectors.toSet());
        List<Fault> all = new ArrayList<>(found);
        all.addAll(constraints.faults(resource.getResourceClass(), method, uri, faulty));
        FaultList faults = listOf(Parameters.of(method).inOrder(all));
        Optional<Type> body = ResourceBody.typeOf(method);
        if (body.isPresent() && request.hasEntity()) {
            faults.addBeside(bodies.faults(request.getEntityStream(), body.get()));
        }
        return faults;
    }

    private static FaultList listOf(List<Fault> found) {
        var faults = new FaultList();
        found.forEach(faults::add);
        return faults;
    }

    /** Text which no database can keep is nothing to look for. */
    private static List<Fault> notStorable(UriInfo uri) {
        if (!StorableText.holds(uri.getPath())) {
            return List.of(new Fault("path", StorableText.EXPECTATION));
        }
        return uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().stream().allMatch(StorableText::holds)
                        || !StorableText.holds(parameter.getKey()))
                .map(Map.Entry::getKey)
                .map(name -> new Fault(StorableText.holds(name) ? name : "query", StorableText.EXPECTATION))
                .toList();
    }
}
