package org.opencmas.compliance.paymentcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.invoicecheck.BilledOrder;
import org.opencmas.compliance.invoicecheck.NewBilledLine;
import org.opencmas.compliance.invoicecheck.Word;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The body of a payment check. Every scalar is taken as text, so that one answer names all that is wrong with all of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A payment that is about to be made. Money is US dollars as a decimal string.")
record PaymentToCheck(
        @Schema(
                enumeration = {"LOCAL", "STATE"},
                description = "Whose rules bind the buyer; rules that bind one of them are undetermined when absent.")
        @Nullable
        String buyer,

        @Schema(
                required = true,
                examples = "10800.00",
                description = "What is paid, without what is withheld; above 0.")
        @Nullable
        String amount,

        @Schema(
                enumeration = {"ORDINARY", "PROGRESS", "ADVANCE"},
                defaultValue = "ORDINARY",
                description =
                        "ORDINARY for what was delivered or done, PROGRESS for a portion of the work, ADVANCE before what it is for.")
        @Nullable
        String kind,

        @Schema(required = true, format = "date", description = "The day of payment; it may be planned.") @Nullable
        String paidOn,

        @Schema(
                enumeration = {"INVOICE", "CAL_CARD"},
                defaultValue = "INVOICE",
                description = "How it is paid.")
        @Nullable
        String paymentMethod,

        @Schema(description = "Whether the contractor is a certified small business.") @Nullable
        Boolean toSmallBusiness,

        @Schema(description = "The invoice that is paid.") @Nullable
        PaidInvoice invoice,

        @Schema(description = "What the order says that payment depends on.") @Nullable
        BilledOrder order,

        @Schema(maxItems = BilledOrder.MAX_LINES, description = "The lines of the invoice that are paid.") @Nullable
        List<@Nullable NewBilledLine> lines,

        @Schema(
                maxLength = 1000,
                description =
                        "The provision of Government Code 11019 by which services are paid in advance, when one is claimed.")
        @Nullable
        String advanceLegalBasis,

        @Schema(description = "What a progress payment is judged by; required for one, and absent for any other.")
        @Nullable
        ProgressToCheck progress,

        @Schema(maxItems = Word.MAX, description = "What named persons say of it.") @Nullable
        List<@Nullable Word> attestations)
        implements CheckedBody {
    /** The invoice that is paid. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "The invoice that is paid: the later of its two days begins the clock of payment.")
    record PaidInvoice(
            @Schema(
                    maxLength = 40,
                    examples = "INV-2044",
                    description = "The contractor's number; compared with nothing.")
            @Nullable
            String invoiceNumber,

            @Schema(format = "date", description = "The day on which it was received.") @Nullable
            String receivedOn,

            @Schema(format = "date", description = "The day on which goods were accepted or services performed.")
            @Nullable
            String acceptedOn,

            @Schema(maxItems = MAX_DISPUTES, description = "When it was disputed.") @Nullable
            List<@Nullable NewDispute> disputes) {
        /** Most disputes of one invoice, inclusive. */
        static final int MAX_DISPUTES = 100;
    }

    /** A time of dispute. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvoiceDispute", description = "A time in which the invoice is disputed; open without an end.")
    record NewDispute(
            @Schema(required = true, format = "date", description = "The day on which the invoice was sent back.")
            @Nullable
            String from,

            @Schema(format = "date", description = "The day from which it is undisputed again.") @Nullable
            String until,

            @Schema(
                    format = "date",
                    description = "The day on which a corrected invoice was received: the clock begins anew.")
            @Nullable
            String correctedInvoiceReceivedOn) {}

    @Override
    public void check(FieldReader fields, LocalDate today) {
        PaymentReading.read(this, "", fields);
    }
}
