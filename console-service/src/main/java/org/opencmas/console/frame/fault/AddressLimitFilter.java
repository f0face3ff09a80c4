package org.opencmas.console.frame.fault;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an address that no page gives out; each field says itself how much it takes. */
class AddressLimitFilter {
    private static final int LONGEST = 8_192;

    @ServerRequestFilter
    void refuseLongAddresses(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().toASCIIString().length() > LONGEST) {
            throw new ServiceProblem(
                    400, "Bad request", "The address has more than " + LONGEST + " characters.", List.of());
        }
    }
}
