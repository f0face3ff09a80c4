package org.opencmas.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Reports;
import org.opencmas.console.client.Reports.Obligation;
import org.opencmas.console.client.Reports.ObligationPage;
import org.opencmas.console.client.Reports.ZeroReports;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** What a contractor has to report: every agreement by every quarter, with its state; and all reports without sales filed at once. */
@Path("/reports")
@PermitAll
@SignedIn(Roles.CONTRACTOR)
@Produces(MediaType.TEXT_HTML)
public class ReportListResource {
    private static final int PAGE = 200;
    /** Two thousand reports are fifty agreements of ten years. */
    private static final int MOST_PAGES = 10;

    private final Reports reports;

    ReportListResource(@RestClient Reports reports) {
        this.reports = reports;
    }

    /** What the list may be narrowed to: the reports that wait to be filed, or every one. */
    enum Show {
        OPEN,
        ALL
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reports(
                Inputs inputs,
                List<ReportMatrix.Agreement> agreements,
                long todo,
                boolean all,
                boolean cut,
                UUID key,
                @Nullable ZeroReports filed);
    }

    @GET
    public RestResponse<TemplateInstance> reports(@Context UriInfo address) {
        return shown(Inputs.of(address.getQueryParameters()), null);
    }

    /** Files every open report without sales. Sent twice with one key, it is done once. */
    @POST
    @Path("/zero")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> fileZeroReports(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        String contact = inputs.text("contactName");
        String key = inputs.text("key");
        ZeroReports filed = inputs.isFine()
                ? reports.fileZeroReports(
                        key.isEmpty() ? UUID.randomUUID().toString() : key,
                        new Reports.Submission(Inputs.unlessEmpty(contact), null))
                : null;
        return shown(inputs, filed);
    }

    private RestResponse<TemplateInstance> shown(Inputs inputs, @Nullable ZeroReports filed) {
        boolean all = inputs.choice("show", Show.class).orElse(Show.OPEN) == Show.ALL;
        List<String> states = all ? List.of() : List.of("DUE", "OVERDUE");
        List<Obligation> obligations = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || cursor != null); page++) {
            ObligationPage found = reports.listReportObligations(states, null, cursor, PAGE);
            obligations.addAll(found.items());
            cursor = Cursors.following(found.next()).orElse(null);
        }
        long todo = obligations.stream().filter(ReportMatrix::isTodo).count();
        return Answers.page(
                inputs,
                Templates.reports(
                        inputs, ReportMatrix.of(obligations), todo, all, cursor != null, UUID.randomUUID(), filed));
    }
}
