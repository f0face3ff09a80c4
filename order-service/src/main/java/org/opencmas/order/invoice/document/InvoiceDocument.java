package org.opencmas.order.invoice.document;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * One version of an invoice as it came. It never changes; a corrected invoice is the next version.
 *
 * @param invoiceVersion 1 for the first
 * @param invoicedOn the date on the invoice
 * @param receivedOn the day on which the agency got it; the time to pay runs from it, or from acceptance if that is later
 * @param freight US dollars, never part of a line
 * @param tax the taxes of all lines, US dollars
 * @param tradeIns what the contractor takes in part payment, subtracted; null when the invoice itemizes none
 * @param total lines, tax and freight less what is traded in, US dollars
 * @param consumablesIncluded whether billed maintenance includes consumables such as toner (TAX-MAINT-CONSUMABLES)
 * @param progressReport where the written progress report is kept; null when none came
 * @param correctionReason why it was corrected; null on the first version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoiceDocument")
public record InvoiceDocument(
        String invoiceNumber,
        int invoiceVersion,
        LocalDate invoicedOn,
        LocalDate receivedOn,
        Names names,
        List<Line> lines,
        Usd freight,
        Usd tax,
        @Nullable List<TradedIn> tradeIns,
        Usd total,
        boolean consumablesIncluded,
        @Nullable String progressReport,
        @Nullable String correctionReason,
        Instant recordedAt,
        String recordedBy) {
    public InvoiceDocument {
        lines = List.copyOf(lines);
        tradeIns = tradeIns == null ? null : List.copyOf(tradeIns);
    }

    /**
     * What is subtracted for a thing that the contractor takes in part payment.
     *
     * @param description names the order's trade-in
     * @param amount US dollars, above zero
     */
    @Schema(name = "InvoiceTradeIn")
    public record TradedIn(String description, Usd amount) {}

    /** Those that the invoice subtracts; none where it itemizes none. */
    public List<TradedIn> subtracted() {
        return tradeIns == null ? List.of() : tradeIns;
    }

    /**
     * The company's name in the three places that have to agree (PAY-NAME-MATCH).
     *
     * @param onAgreement as it stands in the agency's copy of the agreement
     */
    @Schema(name = "CompanyNames")
    public record Names(String onInvoice, String onOrder, String onAgreement) {}

    /** What a line bills, as far as the rules on payment tell things apart. */
    @Schema(name = "BilledType")
    public enum Type {
        GOODS,
        SOFTWARE,
        SERVICES,
        /** Labor and parts that keep equipment working. */
        MAINTENANCE,
        /** Toner, developer, staples and the like, supplied under a maintenance contract. */
        CONSUMABLES,
        /** Software maintenance and license fees. */
        SUBSCRIPTION,
        /** An upgrade or extension of a warranty. */
        WARRANTY,
        TRAVEL;

        public boolean isService() {
            return this == SERVICES || this == MAINTENANCE;
        }
    }

    /**
     * That a line is billed in advance.
     *
     * @param basis the exception by which it is; the order has to let the line be paid so on it
     * @param provision where the order has the provision, or the legal basis
     */
    @Schema(name = "Advance")
    public record Advance(AdvanceBasis basis, String provision) {}

    /**
     * One line.
     *
     * @param orderLineId the order's line that it bills; null when it names none, which no match finds right
     * @param quantity null where a part of a line is billed by amount alone
     * @param amount US dollars without tax
     * @param tax US dollars; null when the invoice itemizes none on this line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvoiceLine")
    public record Line(
            String lineId,
            @Nullable String orderLineId,
            Type type,
            @Nullable String description,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING) @Nullable
            BigDecimal quantity,

            Usd amount,
            @Nullable Usd tax,
            @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceThrough,
            @Nullable Advance advance) {}

    /**
     * Whether a line bills public works.
     *
     * @param isPublicWorks whether a line of the order is, by the key of its id
     */
    public boolean billsPublicWorksOf(Predicate<String> isPublicWorks) {
        return lines.stream()
                .anyMatch(
                        line -> line.orderLineId() != null && isPublicWorks.test(Identifier.keyOf(line.orderLineId())));
    }

    /** The last day of service that has to be over before it is paid; null when none is. */
    public @Nullable LocalDate lastServiceDay() {
        return lines.stream()
                .filter(line -> line.advance() == null && line.serviceThrough() != null)
                .map(Line::serviceThrough)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
