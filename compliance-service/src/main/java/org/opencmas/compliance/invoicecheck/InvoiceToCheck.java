package org.opencmas.compliance.invoicecheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The body of an invoice check. Every scalar is taken as text, so that one answer names all that is wrong with all of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "An invoice that waits for its approval. Only the date and the names have to be there: what else is sent is"
                        + " checked too. Money is US dollars as a decimal string.")
record InvoiceToCheck(
        @Schema(required = true, format = "date", description = "The date on the invoice.") @Nullable
        String invoicedOn,

        @Schema(
                required = true,
                maxLength = 200,
                examples = "Example Supplies, Inc.",
                description = "The company's name as printed on the invoice.")
        @Nullable
        String nameOnInvoice,

        @Schema(
                required = true,
                maxLength = 200,
                examples = "Example Supplies, Inc.",
                description = "The company's name as printed on the purchase order.")
        @Nullable
        String nameOnOrder,

        @Schema(
                required = true,
                minItems = 1,
                maxItems = MAX_AGREEMENTS,
                examples = "[\"4-06-78-0031A\"]",
                description = "Every CMAS that the order is on.")
        @Nullable
        List<@Nullable String> cmasNumbers,

        @Schema(maxLength = 40, examples = "INV-2044", description = "The contractor's number; compared with nothing.")
        @Nullable
        String invoiceNumber,

        @Schema(
                enumeration = {"LOCAL", "STATE"},
                description = "Whose rules bind the buyer.")
        @Nullable
        String buyer,

        @Schema(
                format = "date",
                description = "The day on which it is to be paid; its own date, the earliest possible, when absent.")
        @Nullable
        String paymentOn,

        @Schema(
                enumeration = {"INVOICE", "CAL_CARD"},
                description = "How it is paid; nothing is asked of the State's purchase card when absent.")
        @Nullable
        String paymentMethod,

        @Schema(format = "date", description = "The first day of service of the lines that name none.") @Nullable
        String serviceFrom,

        @Schema(format = "date", description = "The last day of service of the lines that name none, inclusive.")
        @Nullable
        String serviceThrough,

        @Schema(description = "What the order says that payment depends on.") @Nullable
        BilledOrder order,

        @Schema(
                maxItems = BilledOrder.MAX_LINES,
                description = "The lines of the invoice; nothing is asked of them when absent.")
        @Nullable
        List<@Nullable NewBilledLine> lines,

        @Schema(
                maxLength = 1000,
                description =
                        "The provision of Government Code 11019 by which services are paid in advance, when one is claimed.")
        @Nullable
        String advanceLegalBasis,

        @Schema(
                examples = "0.0775",
                description =
                        "The rate of sales tax at the place of delivery, as a fraction above 0 with at most six decimals.")
        @Nullable
        String taxRate,

        @Schema(maxItems = Word.MAX, description = "What named persons say of it.") @Nullable
        List<@Nullable Word> attestations)
        implements CheckedBody {
    /** Most CMAS of one order, inclusive. */
    static final int MAX_AGREEMENTS = 100;

    @Override
    public void check(FieldReader fields, LocalDate today) {
        InvoiceReading.read(this, "", fields);
    }
}
