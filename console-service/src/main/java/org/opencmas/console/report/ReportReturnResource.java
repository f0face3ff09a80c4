package org.opencmas.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Reports;
import org.opencmas.console.client.department.Remittances;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A filed report goes back to its contractor as incomplete, with what is missing or wrong; the contractor answers with a correction. */
@Path("/reports/{number}/{quarter}/return")
@PermitAll
@SignedIn(Roles.DGS_ANALYST)
@Produces(MediaType.TEXT_HTML)
public class ReportReturnResource {
    private static final int REASONS_LONGEST = 10_000;

    private final Remittances returns;
    private final Reports reports;
    private final ReportShown reportShown;
    private final Panels panels;

    ReportReturnResource(
            @RestClient Remittances returns, @RestClient Reports reports, ReportShown reportShown, Panels panels) {
        this.returns = returns;
        this.reports = reports;
        this.reportShown = reportShown;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance back(
                String number, String quarter, Seen seen, Inputs inputs, UUID key, Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance back(@PathParam("number") String number, @PathParam("quarter") String quarter) {
        return shown(number, quarter, Inputs.of(Map.of()), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> send(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        List<String> reasons = inputs.paragraphs("reasons", REASONS_LONGEST)
                .lines()
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .toList();
        if (reasons.isEmpty()) {
            inputs.wrong("reasons", "must be given, for the contractor.");
        }
        if (inputs.isFine()) {
            try {
                returns.returnReport(
                        number, quarter, inputs.value("etag"), inputs.value("key"), new Remittances.NewReturn(reasons));
                return RestResponse.seeOther(
                        URI.create(Address.of("reports", number, quarter).toString()));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(
                            RestResponse.Status.PRECONDITION_FAILED, shown(number, quarter, inputs, true));
                }
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(number, quarter, inputs, false));
    }

    private TemplateInstance shown(String number, String quarter, Inputs inputs, boolean isStale) {
        var report = panels.ask(Fees.NAME, () -> reports.getQuarterlyReport(number, quarter));
        var filed = panels.ask(Fees.NAME, () -> reports.listReportVersions(number, quarter));
        if (report.isMissing()) {
            throw new NoSuchPage("There is no report of this agreement and quarter.");
        }
        Shown now = reportShown.filed(report.value().getEntity(), filed);
        return Templates.back(
                number,
                quarter,
                Seen.of(inputs, report.value().getHeaderString("ETag"), now, isStale),
                inputs,
                UUID.randomUUID(),
                isStale ? Meanwhile.of(inputs, now) : Meanwhile.NONE);
    }
}
