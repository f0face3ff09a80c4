package org.opencmas.order.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * A payment on an invoice, or the record that one came back. It never changes.
 *
 * @param reference names the payment at the bank or the controller: the number of the warrant, the transfer, the card's transaction
 * @param amount what left the agency's account, US dollars; negative when a payment came back
 * @param withheld what was kept back of the invoice beside it, US dollars
 * @param released what of the amount was withheld before, US dollars
 * @param cardConsent how it is known that the contractor takes the card; null for other methods
 * @param reverses the payment that came back; null for a payment
 * @param notes what should be looked at, though nothing forbids it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Payment")
public record Payment(
        UUID paymentId,
        UUID invoiceId,
        LocalDate paidOn,
        Method method,
        String reference,
        Usd amount,
        Usd withheld,
        Usd released,
        @Nullable CardConsent cardConsent,
        @Nullable UUID reverses,
        List<Note> notes,
        Instant recordedAt,
        String recordedBy) {
    public Payment {
        notes = List.copyOf(notes);
    }

    /** How it was paid. */
    @Schema(name = "DisbursementMethod")
    public enum Method {
        WARRANT,
        ELECTRONIC,
        /** The State's purchase card, which is a way to pay and no way to buy (Guide s6 p15). */
        CAL_CARD
    }

    /**
     * Whether the contractor takes the card (PAY-CALCARD-ACCEPT).
     *
     * @param acceptedByAgreement whether every CMAS of the order says so
     * @param note how the contractor consented where the CMAS says no; null else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CardConsent")
    public record CardConsent(
            boolean acceptedByAgreement, @Nullable String note) {}

    /**
     * Something to look at.
     *
     * @param rule the requirement behind it
     */
    @Schema(name = "PaymentNote")
    public record Note(String rule, String message) {}
}
