package org.opencmas.problem;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns away requests with parameters that their operation does not take, before anything is done for them: a filter that is
 * passed over answers everything to somebody who asked for little, and a {@code dryRun} that is passed over is no dry run.
 */
class CheckedParameters {
    /** A content type that is none is refused as one that nobody reads: further on it would be a failure. */
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
