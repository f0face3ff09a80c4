package org.opencmas.compliance.paymentcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.invoicecheck.BilledOrder;

/** What a progress payment is judged by, as a client sends it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a progress payment is judged by besides itself.")
record ProgressToCheck(
        @Schema(required = true, description = "The order that it is made on.") @Nullable
        ProgressContract contract,

        @Schema(required = true, examples = "1200.00", description = "Kept back from this payment, US dollars.")
        @Nullable
        String withheldNow,

        @Schema(required = true, examples = "0.00", description = "Paid by earlier payments, US dollars.") @Nullable
        String paidBefore,

        @Schema(
                required = true,
                examples = "0.00",
                description = "Kept back from earlier payments and not yet released, US dollars.")
        @Nullable
        String withheldBefore,

        @Schema(maxItems = BilledOrder.MAX_LINES, description = "The tasks of an order for services.") @Nullable
        List<@Nullable NewTask> tasks,

        @Schema(description = "The recorded decision on the risk of special information technology.") @Nullable
        NewRiskDecision riskDecision,

        @Schema(format = "date", description = "The last day of the work that is paid.") @Nullable
        String servicesThrough,

        @Schema(maxLength = 200, description = "The name of the stage that is reached; absent for payment by time.")
        @Nullable
        String stage,

        @Schema(description = "Whether a written progress report came with the invoice.") @Nullable
        Boolean writtenReport,

        @Schema(maxItems = BilledOrder.MAX_LINES, description = "The days of the earlier progress payments.") @Nullable
        List<@Nullable String> earlierPaymentsOn) {
    /** The order that a progress payment is made on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "The order that progress payments are made on.")
    record ProgressContract(
            @Schema(
                    required = true,
                    enumeration = {"IT_SPECIAL", "GOODS_SPECIAL", "NON_IT_SERVICES"},
                    description = "Special means made or done especially for the buyer and not saleable to others.")
            @Nullable
            String kind,

            @Schema(
                    required = true,
                    examples = "120000.00",
                    description = "The price before tax and freight, US dollars.")
            @Nullable
            String price,

            @Schema(description = "All that is payable, tax and freight included, US dollars; the price when absent.")
            @Nullable
            String total,

            @Schema(format = "date", description = "The first day of the order.") @Nullable
            String startsOn,

            @Schema(format = "date", description = "The last day of the order, inclusive.") @Nullable
            String lastDay,

            @Schema(description = "The sum of the faithful performance bond, US dollars; 0.00 when there is none.")
            @Nullable
            String performanceBond,

            @Schema(format = "date", description = "The day of final acceptance or completion; absent before.")
            @Nullable
            String finallyAcceptedOn) {}

    /** A task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProgressTask", description = "A task of an order for services.")
    record NewTask(
            @Schema(required = true, maxLength = 40, description = "The task's own id.") @Nullable
            String taskId,

            @Schema(required = true, description = "What the order allows for it, US dollars.") @Nullable
            String amount,

            @Schema(
                    description =
                            "Paid for it, this payment included, US dollars; absent when payments are not kept by task.")
            @Nullable
            String paid,

            @Schema(description = "Whether no later task builds on it; absent when nobody has decided.") @Nullable
            Boolean separateAndDistinct,

            @Schema(maxLength = 200, description = "The person who decided that.") @Nullable
            String decidedBy,

            @Schema(defaultValue = "false", description = "Whether it is complete.") @Nullable
            Boolean complete) {}

    /** A decision on the risk. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "RiskDecision",
            description = "The recorded assessment of the risk of special information technology.")
    record NewRiskDecision(
            @Schema(required = true, maxLength = 200, description = "The person who decided.") @Nullable
            String decidedBy,

            @Schema(required = true, format = "date", description = "The day of the decision.") @Nullable
            String decidedOn,

            @Schema(required = true, maxLength = 1000, description = "Where the assessment is kept.") @Nullable
            String evidence,

            @Schema(
                    examples = "0.05",
                    description =
                            "The share that is withheld by it, as a fraction above 0 and at most 1; the usual one when absent.")
            @Nullable
            String withholdShare) {}
}
