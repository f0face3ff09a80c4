package org.opencmas.order.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceState;
import org.opencmas.order.invoice.document.PromptPayment;
import org.opencmas.order.invoice.match.Difference;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * An invoice as it is answered: as it stands, with its clock and with what order, receipts and invoice do not agree on.
 *
 * @param namesOnAgreements the company's name on each agreement of the order, and who says so
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
        List<Difference> differences,
        List<NameOnAgreement> namesOnAgreements) {
    public InvoiceView {
        namesOnAgreements = List.copyOf(namesOnAgreements);
        acts = List.copyOf(acts);
        differences = List.copyOf(differences);
    }

    /**
     * The company's name on one agreement of the order, and whose word that is (PAY-NAME-MATCH).
     *
     * @param name on the day of the invoice
     */
    @Schema(name = "NameOnAgreement")
    record NameOnAgreement(String cmasNumber, String name, KnownBy knownBy) {
        /** Who says so. */
        @Schema(name = "NameKnownBy")
        enum KnownBy {
            REGISTRY,
            /** The agency, of its copy of the agreement: the registry's word on it is not known here. */
            AGENCY
        }

        static List<NameOnAgreement> of(
                InvoiceDocument document, List<CmasNumber> ordered, List<KnownAgreement> known) {
            Map<String, KnownAgreement> byNumber =
                    known.stream().collect(Collectors.toMap(KnownAgreement::cmasNumber, Function.identity()));
            return ordered.stream()
                    .map(number -> {
                        KnownAgreement agreement = byNumber.get(number.canonical());
                        return agreement == null
                                ? new NameOnAgreement(
                                        number.canonical(), document.names().onAgreement(), KnownBy.AGENCY)
                                : new NameOnAgreement(
                                        number.canonical(),
                                        agreement.on(document.invoicedOn()).contractorName(),
                                        KnownBy.REGISTRY);
                    })
                    .toList();
        }
    }

    static InvoiceView of(
            Invoice invoice,
            PromptPayment clock,
            List<Difference> differences,
            List<NameOnAgreement> namesOnAgreements) {
        return new InvoiceView(
                invoice.invoiceId(),
                invoice.state(),
                invoice.document(),
                invoice.paid(),
                invoice.withheld(),
                invoice.acts(),
                clock,
                differences,
                namesOnAgreements);
    }
}
