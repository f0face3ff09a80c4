package org.opencmas.console.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Fees.PostingPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The ledger's postings with their entries, and the proof that it balances, as it was run last and run anew. */
@Path("/ledger")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class LedgerResource {
    private static final Map<String, String> FIELDS = Map.of("cmasNumber", "cmas", "orderId", "order");

    private final Fees fees;
    private final Names names;
    private final Panels panels;

    LedgerResource(@RestClient Fees fees, Names names, Panels panels) {
        this.fees = fees;
        this.names = names;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ledger(
                Inputs inputs,
                @Nullable PostingPage found,
                Map<UUID, String> orderNumbers,
                String next,
                Panel<Fees.LedgerProof> proof,
                UUID key);

        static native TemplateInstance proof(Fees.LedgerProofJob job);
    }

    @GET
    public RestResponse<TemplateInstance> ledger(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String cmas = inputs.text("cmas");
        String quarter = inputs.text("quarter");
        UUID order = order(inputs);
        String cursor = Cursors.of(inputs);
        var proof = panels.ask(Fees.NAME, fees::getLastLedgerProof);
        PostingPage found = null;
        if (inputs.isFine()) {
            found = panels.ask(
                            Fees.NAME,
                            () -> fees.listLedgerEntries(
                                    Inputs.unlessEmpty(cmas), Inputs.unlessEmpty(quarter), order, cursor, Cursors.ROWS))
                    .valueUnlessRefused(inputs, FIELDS);
        }
        return Answers.page(
                inputs,
                Templates.ledger(
                        inputs,
                        found,
                        found == null
                                ? Map.of()
                                : names.orders(found.items().stream()
                                        .map(Fees.Posting::orderId)
                                        .toList()),
                        found == null ? "" : Cursors.next("/ledger", address.getQueryParameters(), found.next()),
                        proof,
                        UUID.randomUUID()));
    }

    @POST
    @Path("/proofs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<Void> prove(MultivaluedMap<String, String> form) {
        String key = form.getFirst("key");
        Fees.LedgerProofJob job = fees.startLedgerProof(
                key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
        return RestResponse.seeOther(URI.create("/ledger/proofs/" + job.proofId()));
    }

    /** Long work: it may be left and come back to. */
    @GET
    @Path("/proofs/{proofId}")
    public TemplateInstance proof(@PathParam("proofId") String proofId) {
        return Templates.proof(fees.getLedgerProof(Ids.of(proofId, "There is no proof with this address.")));
    }

    private static @Nullable UUID order(Inputs inputs) {
        String text = inputs.text("order");
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            inputs.wrong("order", "must be the id of an order, as in its page's address.");
            return null;
        }
    }
}
