package org.opencmas.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Reports;
import org.opencmas.console.client.Reports.NewReportLines;
import org.opencmas.console.client.Reports.Report;
import org.opencmas.console.client.Reports.ReportDraft;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * One quarterly report: its pre-filled lines to confirm or dispute, orders to add, and the fee worked out in the open. What was
 * filed stays readable for ever; a later word on it is a correction, filed the same way.
 */
@Path("/reports/{number}/{quarter}")
@PermitAll
@SignedIn({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class ReportResource {
    private static final int MOST_ADDED = 200;
    private static final int REMARKS_LONGEST = 1_000;

    private final Reports reports;
    private final ReportShown reportShown;
    private final Panels panels;
    private final Page page;

    ReportResource(@RestClient Reports reports, ReportShown reportShown, Panels panels, Page page) {
        this.reports = reports;
        this.reportShown = reportShown;
        this.panels = panels;
        this.page = page;
    }

    /** Why a filed report is corrected. */
    enum CorrectionReason {
        LATE_FOUND_ORDER,
        WRONG_AMOUNT,
        WRONG_QUARTER,
        RETURNED_AS_INCOMPLETE,
        OTHER
    }

    /** What the contractor wants done with the form. */
    private enum Act {
        SAVE,
        ADD,
        FILE,
        ZERO
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportView view, UUID key, CorrectionReason[] reasons);
    }

    @GET
    public TemplateInstance report(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @QueryParam("said") @DefaultValue("") String said) {
        return shown(read(number, quarter), null, 0, said, false);
    }

    /** The receipt of a filed report, or the report as it stands, on paper. */
    @GET
    @Path("/paper")
    @Produces("application/pdf")
    public RestResponse<byte[]> paper(@PathParam("number") String number, @PathParam("quarter") String quarter) {
        return Papers.shown(
                reports.getQuarterlyReportPaper(number, quarter).getEntity(),
                "report-" + number + "-" + quarter + ".pdf");
    }

    @POST
    @SignedIn(Roles.CONTRACTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> write(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        var now = read(number, quarter);
        Act act = inputs.choice("do", Act.class).orElse(Act.SAVE);
        if (act == Act.ADD) {
            return RestResponse.ok(shown(now, inputs, 1, "", false));
        }
        try {
            carryOut(act, now, inputs);
        } catch (ServiceProblem problem) {
            // What was saved before it was refused is told of, too.
            now = read(number, quarter);
            if (problem.status() == 412) {
                return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(now, inputs, 0, "", true));
            }
            Refusals.intoFields(
                    inputs, problem, ReportForm.called(inputs, now.report().lines()));
        }
        return inputs.isFine()
                ? RestResponse.seeOther(URI.create(
                        "/reports/" + number + "/" + quarter + "?said=" + (act == Act.SAVE ? "saved" : "filed")))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(now, inputs, 0, "", false));
    }

    private void carryOut(Act act, Standing now, Inputs inputs) {
        String number = now.report().cmasNumber();
        String quarter = now.report().quarter();
        String key = inputs.text("key").isEmpty() ? UUID.randomUUID().toString() : inputs.text("key");
        String contact = inputs.text("contactName");
        String remarks = inputs.paragraphs("remarks", REMARKS_LONGEST);
        var submission = new Reports.Submission(Inputs.unlessEmpty(contact), Inputs.unlessEmpty(remarks));
        if (act == Act.ZERO) {
            reports.fileZeroReport(number, quarter, key, submission);
            return;
        }
        ReportForm.requireRoom(inputs, now.draft());
        boolean isFiled = now.report().state().equals("FILED");
        String reason = "";
        if (isFiled && act == Act.FILE) {
            reason = inputs.choice("correctionReason", CorrectionReason.class)
                    .map(CorrectionReason::name)
                    .orElse("");
            if (reason.isEmpty()) {
                inputs.wrong("correctionReason", "must be chosen.");
            }
        }
        NewReportLines lines = ReportForm.read(inputs, now.report().lines());
        if (!inputs.isFine()) {
            return;
        }
        String seen = inputs.value("etag");
        boolean says = !lines.answers().isEmpty() || !lines.added().isEmpty();
        if (act == Act.SAVE || says || now.draft().draft() != null || isFiled) {
            // Filed is what was saved here, and not what somebody else saved a moment later.
            seen = reports.putReportLines(number, quarter, seen, lines).getHeaderString("ETag");
            inputs.goOnWith("etag", seen);
        }
        if (act == Act.FILE && isFiled) {
            reports.correctReport(
                    number, quarter, seen, key, new Reports.NewCorrection(reason, Inputs.unlessEmpty(remarks)));
        } else if (act == Act.FILE) {
            reports.fileQuarterlyReport(number, quarter, seen, key, submission);
        }
    }

    /** A report as it is now, with what the contractor saved about it. */
    private record Standing(Report report, ReportDraft draft, String etag, Panel<Reports.ReportVersions> versions) {}

    private Standing read(String number, String quarter) {
        var report = panels.ask(Reports.NAME, () -> reports.getQuarterlyReport(number, quarter));
        var draft = panels.ask(Reports.NAME, () -> reports.getReportLines(number, quarter));
        var versions = panels.ask(Reports.NAME, () -> reports.listReportVersions(number, quarter));
        if (report.isMissing()) {
            throw new NoSuchPage(
                    "No report is expected of this agreement for this quarter, or it is not yours to see.");
        }
        return new Standing(
                report.value().getEntity(),
                draft.value().getEntity(),
                draft.value().getHeaderString("ETag"),
                versions);
    }

    /**
     * @param typed null to begin with what is saved
     * @param isStale whether the form was refused since the report changed
     */
    private TemplateInstance shown(Standing now, @Nullable Inputs typed, int moreRows, String said, boolean isStale) {
        Reports.Draft draft = now.draft().draft();
        Inputs inputs = typed != null ? typed : Inputs.of(draft == null ? Map.of() : ReportForm.saved(draft));
        Shown shown = reportShown.of(
                now.report(),
                draft == null ? null : new ReportShown.Saved(draft.version(), draft.savedAt(), draft.savedBy()));
        var view = new ReportView(
                now.report(),
                Seen.of(inputs, now.etag(), shown, isStale),
                isStale
                        ? Meanwhile.of(inputs, shown)
                                .withUnsent(
                                        inputs,
                                        field -> ReportForm.isOnPage(
                                                field, now.report().lines()))
                        : Meanwhile.NONE,
                now.draft().reported(),
                inputs,
                Math.min(MOST_ADDED, ReportForm.rows(inputs) + moreRows),
                page.reader().roles().contains(Roles.CONTRACTOR),
                said,
                now.versions());
        return Templates.report(view, UUID.randomUUID(), CorrectionReason.values());
    }
}
