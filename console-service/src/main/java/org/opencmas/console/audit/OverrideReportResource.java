package org.opencmas.console.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.Oversight;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The overrides of a filter as a file for a spreadsheet. */
@Path("/overrides.csv")
@PermitAll
@SignedIn({
    Roles.AUDITOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER
})
public class OverrideReportResource {
    private final Oversight oversight;

    OverrideReportResource(@RestClient Oversight oversight) {
        this.oversight = oversight;
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    public RestResponse<byte[]> report(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String person = inputs.text("person");
        String rule = inputs.text("rule", 60);
        var from = inputs.day("from");
        var through = inputs.day("through");
        if (!inputs.isFine()) {
            throw inputs.refused();
        }
        byte[] report = oversight
                .reportOverrides(
                        Inputs.unlessEmpty(person), Inputs.unlessEmpty(rule), from.orElse(null), through.orElse(null))
                .getEntity();
        return RestResponse.ResponseBuilder.ok(report)
                .header("Content-Disposition", "attachment; filename=\"overrides.csv\"")
                .build();
    }
}
