package org.opencmas.compliance.invoicecheck;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.compliance.check.DocumentCheckView;
import org.opencmas.compliance.check.ShownFindings;
import org.opencmas.compliance.facts.CompanyNames;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.BillFacts.Arrival;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.InvoiceFacts.Names;
import org.opencmas.http.Caller;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

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

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(
            operationId = "checkInvoice",
            summary = "Check an invoice",
            description =
                    "A dry run: the names on invoice, order and CMAS are compared, and what else is sent, such as lines, days of"
                            + " service and the method of payment, is judged too. Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = InvoiceToCheck.class),
                            examples =
                                    @ExampleObject(
                                            name = "maintenance with consumables",
                                            value = CheckExamples.INVOICE)))
    @APIResponse(
            responseCode = "200",
            description = "What the rules find",
            content =
                    @Content(
                            schema = @Schema(implementation = DocumentCheckView.class),
                            examples =
                                    @ExampleObject(
                                            name = "maintenance with consumables",
                                            value = CheckExamples.INVOICE_ANSWER)))
    public DocumentCheckView check(
            @QueryParam(ShownFindings.PARAMETER) @DefaultValue(ShownFindings.ALL) ShownFindings findings,
            @NotNull @Valid InvoiceToCheck body)
            throws SQLException {
        InvoiceReading read = InvoiceReading.read(body, caller.subject());
        InvoiceFacts facts = new InvoiceFacts(
                read.invoicedOn(),
                new Names(read.nameOnInvoice(), read.nameOnOrder(), names.on(read.invoicedOn(), read.cmasNumbers())),
                read.bill(),
                read.buyer(),
                new Arrival(ProgramCalendar.dateOf(clock.instant()), List.of(), read.attestations()));
        return DocumentCheckView.of(RuleBooks.INVOICES.judge(facts), findings, RuleBooks.INVOICES.version());
    }
}
