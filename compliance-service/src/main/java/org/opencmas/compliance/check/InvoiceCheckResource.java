package org.opencmas.compliance.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.CompanyNames;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.BillFacts.Arrival;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.InvoiceFacts.Names;
import org.opencmas.http.Caller;
import org.opencmas.http.Roles;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;

@Path("/v1/invoice-checks")
@Tag(name = "Invoice checks", description = "What the rules say of an invoice before it is approved.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InvoiceCheckResource {
    private final CompanyNames names;
    private final Caller caller;
    private final Clock clock;

    InvoiceCheckResource(CompanyNames names, Caller caller, Clock clock) {
        this.names = names;
        this.caller = caller;
        this.clock = clock;
    }

    /** An invoice. */
    record InvoiceToCheck(
            @NotNull LocalDate invoicedOn,

            @NotBlank @Size(max = 200) String nameOnInvoice,

            @NotBlank @Size(max = 200) String nameOnOrder,

            @NotEmpty @Size(max = 100) @Schema(implementation = String[].class)
            List<@NotNull CmasNumber> cmasNumbers,

            @Nullable @Size(max = 100) List<@NotNull @Valid Word> attestations) {}

    /** A named person's word for one rule. */
    @Schema(name = "NewInvoiceAttestation")
    record Word(
            @NotBlank @Size(max = 60) String rule,
            @NotBlank @Size(max = 2000) String statement,
            @NotBlank @Size(max = 200) String attestedBy,
            @NotNull LocalDate attestedOn,
            @Nullable @Size(max = 1000) String evidence) {
        Attestation attestation(String recordedBy) {
            return new Attestation(rule, statement, attestedBy, attestedOn, evidence, null, null, recordedBy);
        }
    }

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(operationId = "checkInvoice", summary = "Check an invoice")
    public DocumentCheckView check(
            @QueryParam(ShownFindings.PARAMETER) @DefaultValue(ShownFindings.ALL) ShownFindings findings,
            @NotNull @Valid InvoiceToCheck body)
            throws SQLException {
        LocalDate invoicedOn = body.invoicedOn();
        List<Attestation> attestations = body.attestations() == null
                ? List.of()
                : body.attestations().stream()
                        .map(word -> word.attestation(caller.subject()))
                        .toList();
        InvoiceFacts facts = new InvoiceFacts(
                invoicedOn,
                new Names(
                        body.nameOnInvoice(),
                        body.nameOnOrder(),
                        names.on(
                                invoicedOn,
                                body.cmasNumbers().stream().distinct().toList())),
                Bill.unsaid(invoicedOn),
                null,
                new Arrival(LocalDate.ofInstant(clock.instant(), ProgramCalendar.ZONE), List.of(), attestations));
        return DocumentCheckView.of(RuleBooks.INVOICES.judge(facts), findings, RuleBooks.INVOICES.version());
    }
}
