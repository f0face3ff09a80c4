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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.ReportFiles;
import org.opencmas.console.client.ReportFiles.SavedDraft;
import org.opencmas.console.client.ReportFiles.SavedReport;
import org.opencmas.console.client.Reports;
import org.opencmas.console.client.Reports.Report;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.RowFault;
import org.opencmas.console.frame.field.SentFile;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * A quarterly report in a file: saved as a whole or not at all, with every fault of every row told; the same file given back as a workbook with the faults beside
 * the rows; and what was saved filed from here, however many rows it has.
 */
@Path("/reports/{number}/{quarter}/upload")
@PermitAll
@SignedIn(Roles.CONTRACTOR)
@Produces(MediaType.TEXT_HTML)
public class ReportUploadResource {
    /** As many faults as a page shows; the workbook has all. */
    private static final int MOST_FAULTS = 500;

    private static final int REMARKS_LONGEST = 1_000;

    private final ReportFiles files;
    private final Reports reports;
    private final ReportShown reportShown;
    private final Panels panels;

    ReportUploadResource(
            @RestClient ReportFiles files, @RestClient Reports reports, ReportShown reportShown, Panels panels) {
        this.files = files;
        this.reports = reports;
        this.reportShown = reportShown;
        this.panels = panels;
    }

    /**
     * What the page shows of the report.
     *
     * @param seen what was saved when the forms began
     */
    record View(Report report, SavedReport saved, Seen seen) {
        public boolean isFiled() {
            return report.state().equals("FILED");
        }

        public boolean mayWrite() {
            return ReportView.OPEN_TO_FILING.contains(report.state());
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance upload(
                View view,
                Inputs inputs,
                List<RowFault> faults,
                int more,
                UUID key,
                ReportResource.CorrectionReason[] reasons,
                String said,
                Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance upload(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @QueryParam("said") @DefaultValue("") String said) {
        return shown(read(number, quarter), Inputs.of(Map.of()), List.of(), said, false);
    }

    /** The empty report as a workbook. */
    @GET
    @Path("/template")
    @Produces(SentFile.WORKBOOK)
    public RestResponse<byte[]> template() {
        return workbook(files.getReportTemplate().getEntity(), "quarterly-report.xlsx");
    }

    /** Saves the file as the draft of the report. */
    @POST
    @Path("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TemplateInstance> save(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @RestForm("file") @Nullable FileUpload sent,
            @RestForm("etag") @DefaultValue("") String etag,
            @RestForm("known") @DefaultValue("") String known,
            @RestForm("key") @DefaultValue("") String key) {
        var inputs = Inputs.of(Map.of("etag", List.of(etag), "known", List.of(known)));
        List<RowFault> faults = List.of();
        var file = SentFile.of(inputs, "file", sent);
        if (file.isPresent()) {
            String once = key.isBlank() ? UUID.randomUUID().toString() : key;
            try {
                if (file.get().isWorkbook()) {
                    files.uploadReportWorkbook(
                            number, quarter, etag, once, file.get().content());
                } else {
                    files.uploadReport(number, quarter, etag, once, file.get().content());
                }
                return RestResponse.seeOther(URI.create(address(number, quarter) + "?said=saved"));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(
                            RestResponse.Status.PRECONDITION_FAILED,
                            shown(read(number, quarter), inputs, List.of(), "", true));
                }
                faults = told(inputs, problem);
            }
        }
        return RestResponse.status(
                RestResponse.Status.BAD_REQUEST, shown(read(number, quarter), inputs, faults, "", false));
    }

    /** Gives the file back as a workbook with what is wrong beside each row; nothing is saved. */
    @POST
    @Path("/marked-file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({SentFile.WORKBOOK, MediaType.TEXT_HTML})
    public RestResponse<Object> mark(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @RestForm("checked") @Nullable FileUpload sent,
            @RestForm("etag") @DefaultValue("") String etag,
            @RestForm("known") @DefaultValue("") String known) {
        var inputs = Inputs.of(Map.of("etag", List.of(etag), "known", List.of(known)));
        List<RowFault> faults = List.of();
        var file = SentFile.of(inputs, "checked", sent);
        if (file.isPresent()) {
            try {
                RestResponse<byte[]> marked = file.get().isWorkbook()
                        ? files.checkReportUploadWorkbook(
                                number, quarter, file.get().content())
                        : files.checkReportUpload(number, quarter, file.get().content());
                return RestResponse.ResponseBuilder.<Object>ok(marked.getEntity())
                        .header("Content-Type", SentFile.WORKBOOK)
                        .header("Content-Disposition", "attachment; filename=\"checked-report.xlsx\"")
                        .build();
            } catch (ServiceProblem problem) {
                faults = told(inputs, problem);
            }
        }
        return RestResponse.ResponseBuilder.<Object>create(400)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown(read(number, quarter), inputs, faults, "", false).render())
                .build();
    }

    /** Files what was saved, or a correction of what was filed. */
    @POST
    @Path("/filing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> file(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        Standing now = read(number, quarter);
        try {
            file(now, inputs);
        } catch (ServiceProblem problem) {
            if (problem.status() == 412) {
                return RestResponse.status(
                        RestResponse.Status.PRECONDITION_FAILED,
                        shown(read(number, quarter), inputs, List.of(), "", true));
            }
            Refusals.intoFields(inputs, problem);
        }
        return inputs.isFine()
                ? RestResponse.seeOther(URI.create("/reports/" + number + "/" + quarter + "?said=filed"))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(now, inputs, List.of(), "", false));
    }

    private void file(Standing now, Inputs inputs) {
        String contact = inputs.text("contactName");
        String remarks = inputs.paragraphs("remarks", REMARKS_LONGEST);
        String reason = inputs.choice("correctionReason", ReportResource.CorrectionReason.class)
                .map(ReportResource.CorrectionReason::name)
                .orElse("");
        boolean isFiled = now.report().state().equals("FILED");
        if (isFiled && reason.isEmpty()) {
            inputs.wrong("correctionReason", "must be chosen.");
        }
        if (!inputs.isFine()) {
            return;
        }
        String number = now.report().cmasNumber();
        String quarter = now.report().quarter();
        String said = Inputs.unlessEmpty(remarks);
        if (isFiled) {
            reports.correctReport(
                    number,
                    quarter,
                    inputs.value("etag"),
                    inputs.value("key"),
                    new Reports.NewCorrection(reason, said));
        } else {
            reports.fileQuarterlyReport(
                    number,
                    quarter,
                    inputs.value("etag"),
                    inputs.value("key"),
                    new Reports.Submission(Inputs.unlessEmpty(contact), said));
        }
    }

    /** Returns the rows' faults; what is about no row stands at the top. */
    private static List<RowFault> told(Inputs inputs, ServiceProblem problem) {
        if (problem.isOfThePage()) {
            throw problem;
        }
        // The service tells its clients the address that gives a file back marked; a reader has a form for it.
        inputs.wrongAsAWhole("", problem.detail().replace("/upload-checks gives", "\"Have it checked\" gives"));
        return RowFault.of(problem);
    }

    /** A report as it is now, with the version of what is saved about it. */
    private record Standing(Report report, SavedReport saved, String etag) {}

    private Standing read(String number, String quarter) {
        var report = panels.ask(Reports.NAME, () -> reports.getQuarterlyReport(number, quarter));
        var saved = panels.ask(Reports.NAME, () -> files.getReportLines(number, quarter));
        if (report.isMissing()) {
            throw new NoSuchPage(
                    "No report is expected of this agreement for this quarter, or it is not yours to see.");
        }
        return new Standing(
                report.value().getEntity(),
                saved.value().getEntity(),
                saved.value().getHeaderString("ETag"));
    }

    private TemplateInstance shown(Standing now, Inputs inputs, List<RowFault> faults, String said, boolean isStale) {
        SavedDraft draft = now.saved().draft();
        Shown shown = reportShown.of(
                now.report(),
                draft == null ? null : new ReportShown.Saved(draft.version(), draft.savedAt(), draft.savedBy()));
        return Templates.upload(
                new View(now.report(), now.saved(), Seen.of(inputs, now.etag(), shown, isStale)),
                inputs,
                faults.subList(0, Math.min(MOST_FAULTS, faults.size())),
                Math.max(0, faults.size() - MOST_FAULTS),
                UUID.randomUUID(),
                ReportResource.CorrectionReason.values(),
                said,
                isStale ? Meanwhile.of(inputs, shown) : Meanwhile.NONE);
    }

    private static String address(String number, String quarter) {
        return "/reports/" + number + "/" + quarter + "/upload";
    }

    private static RestResponse<byte[]> workbook(byte[] content, String name) {
        return RestResponse.ResponseBuilder.ok(content)
                .header("Content-Type", SentFile.WORKBOOK)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
