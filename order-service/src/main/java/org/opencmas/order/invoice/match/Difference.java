package org.opencmas.order.invoice.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which order, receipts and an invoice do not agree.
 *
 * @param invoiceId the invoice that it is about; null when it is about none
 * @param lineId the order's line, or the invoice's where the order has none; null when it is about the whole
 * @param rule the requirement behind it; null where it is arithmetic
 * @param isBlocking whether the invoice cannot be approved with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MatchDifference")
public record Difference(
        Reason reason,
        @Nullable UUID invoiceId,
        @Nullable String lineId,
        @Nullable String rule,
        boolean blocking,
        String message) {
    /** Why it differs. */
    @Schema(name = "DifferenceReason")
    public enum Reason {
        NOT_ON_ORDER(true, null),
        /** An invoice of a day before the order asks for what was bought without it. */
        DATED_BEFORE_ORDER(true, null),
        TRAVEL_NOT_ORDERED(true, "ORD-TRAVEL-IN-PO"),
        PRICE_ABOVE_ORDER(true, null),
        BILLED_ABOVE_ORDER(true, null),
        BILLED_ABOVE_ACCEPTED(true, null),
        TAX_ABOVE_ORDER(true, null),
        FREIGHT_ABOVE_ORDER(true, null),
        /** The order has nothing of that description that the contractor takes in part payment. */
        TRADE_IN_NOT_ON_ORDER(true, null),
        TRADE_IN_ABOVE_ORDER(true, null),
        /** It is subtracted more often than the order has it. */
        TRADE_IN_SUBTRACTED_TWICE(true, null),
        SERVICE_NOT_DONE(true, "PAY-ADVANCE-NONE"),
        /** The order does not let the line be paid in advance, whatever the invoice calls it. */
        ADVANCE_NOT_FOR_THE_LINE(true, "PAY-ADVANCE-NONE"),
        WARRANTY_PAID_TWICE(true, "PAY-ADVANCE-WARRANTY"),
        NAME_DIFFERS(true, "PAY-NAME-MATCH"),
        /** Only punctuation differs: a person says that it is one company. */
        NAME_PUNCTUATION(false, "PAY-NAME-MATCH"),
        /** A name that the same contractor had before its legal name changed. */
        NAME_CHANGED(false, "PAY-NAME-MATCH"),
        /** The agency's copy of the agreement is said to have another name than the registry. */
        NAME_IN_COPY_DIFFERS(false, "PAY-NAME-MATCH"),
        CONSUMABLES_NOT_ITEMIZED(true, "TAX-CONSUMABLES-ITEMIZED"),
        MAINTENANCE_TAXED(false, "TAX-MAINT-ONLY"),
        NO_PROGRESS_REPORT(false, "PP-MONTHLY-ARREARS"),
        ACCEPTED_NOT_BILLED(false, null),
        ORDERED_NOT_ACCEPTED(false, null);

        private final boolean blocking;
        private final @Nullable String rule;

        Reason(boolean blocking, @Nullable String rule) {
            this.blocking = blocking;
            this.rule = rule;
        }

        Difference on(@Nullable UUID invoiceId, @Nullable String lineId, String message, Object... values) {
            return new Difference(this, invoiceId, lineId, rule, blocking, message.formatted(values));
        }
    }
}
