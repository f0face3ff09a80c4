package org.opencmas.console.figure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.FeeFigures;
import org.opencmas.console.client.department.Journal;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Orders that are posted again because their rate changed: long work, which may be left and come back to. Which work a rate began stands in the journal of fees, at its activation. */
@Path("/figures/repostings")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class RepostingResource {
    private static final Set<String> READ_THE_JOURNAL = Set.of(Roles.DGS_ANALYST, Roles.AUDITOR);
    private static final String ACTIVATED = "fee-rate.activated.v1";

    /** Of one figure, which is activated once. */
    private static final int MOST_ENTRIES = 200;

    private final AllFigures figures;
    private final FeeFigures fees;
    private final Journal.OfFees journal;
    private final Page page;

    RepostingResource(AllFigures figures, @RestClient FeeFigures fees, @RestClient Journal.OfFees journal, Page page) {
        this.figures = figures;
        this.fees = fees;
        this.journal = journal;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance repostings(List<DatedFigure> rates, boolean mayFollow);

        static native TemplateInstance reposting(FeeFigures.Reposting it);
    }

    /** The rates that count, each with the way to the orders that were posted again under it. */
    @GET
    public TemplateInstance repostings() {
        return Templates.repostings(
                figures.list(FigureKind.FEE_RATES).counting(), page.reader().holdsOneOf(READ_THE_JOURNAL));
    }

    /** Leads to the work that a rate began when it was activated. */
    @GET
    @Path("/of/{figureId}")
    @SignedIn({Roles.DGS_ANALYST, Roles.AUDITOR})
    public RestResponse<Void> ofRate(@PathParam("figureId") String figureId) {
        UUID id = Ids.of(figureId, "There is no figure with this address.");
        return journal.listJournalEntries(null, id.toString(), null, null, null, MOST_ENTRIES).entries().stream()
                .filter(entry -> entry.type().equals(ACTIVATED))
                .map(entry -> entry.data().path("repostingId").asText())
                .filter(reposting -> !reposting.isEmpty())
                .findFirst()
                .map(reposting -> RestResponse.<Void>seeOther(URI.create(
                        "/figures/repostings/" + Ids.of(reposting, "The journal names no reposting of this rate."))))
                .orElseThrow(
                        () -> new NoSuchPage(
                                "No order was posted again under this rate: the suite began with it, or it does not count yet."));
    }

    /** How far the orders that bear a new rate are posted again. */
    @GET
    @Path("/{repostingId}")
    public TemplateInstance reposting(@PathParam("repostingId") String repostingId) {
        return Templates.reposting(
                fees.getFeeReposting(Ids.of(repostingId, "There is no reposting with this address.")));
    }
}
