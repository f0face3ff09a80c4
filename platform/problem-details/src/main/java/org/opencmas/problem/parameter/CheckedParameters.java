package org.opencmas.problem.parameter;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.value.StorableText;

/**
 * Refuses requests with parameters that their operation does not take, before the operation begins: an ignored filter answers
 * everything to a caller who asked for little, and an ignored {@code dryRun} is no dry run.
 */
class CheckedParameters {
    /** A Content-Type that is no media type is 415, as an unknown one is; later it would be a failure. */
    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR - 1)
    void checkContentType(HttpHeaders headers) {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && (type.contains(",") || !isMediaType(type))) {
            throw new NotSupportedException();
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
    void check(ResourceInfo resource, UriInfo uri, HttpHeaders headers) {
        List<Fault> faults = notStorable(uri);
        if (faults.isEmpty() && resource.getResourceMethod() != null) {
            faults = Parameters.of(resource.getResourceMethod()).faults(uri, headers);
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
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
