package org.opencmas.console.figure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.department.FeeFigures;
import org.opencmas.console.client.department.FeeFigures.Reposting;
import org.opencmas.console.client.department.FeeFigures.RepostingPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Orders that are posted again because their rate changed: long work, which may be left and come back to. */
@Path("/figures/repostings")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class RepostingResource {
    private final AllFigures figures;
    private final FeeFigures fees;

    RepostingResource(AllFigures figures, @RestClient FeeFigures fees) {
        this.figures = figures;
        this.fees = fees;
    }

    /**
     * A reposting in the list.
     *
     * @param rate whose activation began it; null where it is not among the rates any more
     */
    record Listed(Reposting it, @Nullable DatedFigure rate) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance repostings(Inputs inputs, List<Listed> found, String next);

        static native TemplateInstance reposting(Reposting it);
    }

    /** Each with its rate and how far it is, newest first. */
    @GET
    public RestResponse<TemplateInstance> repostings(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String cursor = Cursors.of(inputs);
        RepostingPage found =
                inputs.isFine() ? fees.listFeeRepostings(cursor, Cursors.ROWS) : new RepostingPage(List.of(), null);
        Map<UUID, DatedFigure> rates = figures.list(FigureKind.FEE_RATES).counting().stream()
                .collect(Collectors.toMap(DatedFigure::id, Function.identity()));
        return Answers.page(
                inputs,
                Templates.repostings(
                        inputs,
                        found.items().stream()
                                .map(each -> new Listed(each, rates.get(each.figureId())))
                                .toList(),
                        Cursors.next("/figures/repostings", address.getQueryParameters(), found.next())));
    }

    /** How far the orders that bear a new rate are posted again. */
    @GET
    @Path("/{repostingId}")
    public TemplateInstance reposting(@PathParam("repostingId") String repostingId) {
        return Templates.reposting(
                fees.getFeeReposting(Ids.of(repostingId, "There is no reposting with this address.")));
    }
}
