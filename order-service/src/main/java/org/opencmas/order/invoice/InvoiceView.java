package org.opencmas.order.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceState;
import org.opencmas.order.invoice.document.PromptPayment;
import org.opencmas.order.invoice.match.Difference;
import org.opencmas.terms.Usd;

/**
 * An invoice as it is answered: as it stands, with its clock and with what order, receipts and invoice do not agree on.
 *
 * @param clock when it has to be paid; binding for State agencies, information for others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invoice")
public record InvoiceView(
        UUID invoiceId,
        InvoiceState state,
        @JsonUnwrapped InvoiceDocument document,
        Usd paid,
        Usd withheld,
        List<Invoice.Said> acts,
        PromptPayment clock,
        List<Difference> differences) {
    public InvoiceView {
        acts = List.copyOf(acts);
        differences = List.copyOf(differences);
    }

    static InvoiceView of(Invoice invoice, PromptPayment clock, List<Difference> differences) {
        return new InvoiceView(
                invoice.invoiceId(),
                invoice.state(),
                invoice.document(),
                invoice.paid(),
                invoice.withheld(),
                invoice.acts(),
                clock,
                differences);
    }
}
