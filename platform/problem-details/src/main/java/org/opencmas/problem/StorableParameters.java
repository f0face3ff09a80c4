package org.opencmas.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Turns away addresses that hold text which no database can keep, before anybody looks something up by it. */
class StorableParameters {
    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        List<Fault> faults = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().stream().allMatch(StorableText::holds))
                .map(Map.Entry::getKey)
                .map(name -> new Fault(StorableText.holds(name) ? name : "query", StorableText.EXPECTATION))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        if (!StorableText.holds(uri.getPath())) {
            throw new InvalidRequest(new Fault("path", StorableText.EXPECTATION));
        }
    }
}
