package org.opencmas.compliance.paymentcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.check.ShownFindings;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.progresspayment.SpecialGoodsWithhold;
import org.opencmas.terms.Usd;

/** What the rules find of a payment, and what they work out from it. */
@Schema(description = "What the rules find of a payment, and the figures that they work out.")
record PaymentCheckView(
        @Schema(description = "True when the payment is not to be made as it is.")
        boolean blocked,

        @Schema(
                description =
                        "One or more of every rule, those that do not apply included; only what is not a plain pass where that was"
                                + " asked for.")
        List<Finding> findings,

        @Schema(description = "How many findings there are of each verdict, those left out included.")
        Map<Verdict, Integer> summary,

        @Schema(description = "What is worked out, for a local buyer too.")
        PaymentFigures figures,

        @Schema(description = "The same for as long as no rule's logic changes.")
        String ruleSetVersion,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent unless asked for.") @Nullable
        PaymentReceipt receipt) {
    /** What is worked out from a payment; null where it does not apply or a fact for it is missing. */
    @Schema(
            description =
                    "What is worked out from a payment; null where it does not apply or a fact for it is missing.")
    record PaymentFigures(
            @Schema(description = "Day 0 of the clock: the later of acceptance and receipt of the undisputed invoice.")
            @Nullable
            LocalDate clockStartedOn,

            @Schema(description = "The last day on time; null while an open dispute holds the clock.") @Nullable
            LocalDate dueOn,

            @Schema(description = "Calendar days after the last day on time; 0 for a payment on time.") @Nullable
            Long daysLate,

            @Schema(description = "The share of the price that stays withheld, as a fraction.", examples = "0.1")
            @Nullable
            String withholdShare,

            @Schema(
                    description = "What stays withheld of the whole price, US dollars.",
                    examples = "12000.00",
                    implementation = String.class)
            @Nullable
            Usd withholdAtLeast,

            @Schema(
                    description = "What is to be withheld of what is earned so far, US dollars.",
                    implementation = String.class)
            @Nullable
            Usd withholdSoFarAtLeast,

            @Schema(
                    description = "What all payments together may come to, US dollars.",
                    examples = "108000.00",
                    implementation = String.class)
            @Nullable
            Usd payAtMost,

            @Schema(description = "What this payment may come to, US dollars.", implementation = String.class) @Nullable
            Usd payNowAtMost,

            @Schema(
                    description = "The least sum of a faithful performance bond for special goods, US dollars.",
                    implementation = String.class)
            @Nullable
            Usd bondAtLeast) {
        static PaymentFigures of(PaymentFacts facts) {
            Optional<LocalDate> due = facts.parameter(ParameterName.PROMPT_PAYMENT_DAYS)
                    .flatMap(days -> facts.clock().dueOn(days.intValueExact()));
            Withholding of = Withholding.find(facts).orElse(null);
            return new PaymentFigures(
                    facts.clock().startedOn().orElse(null),
                    due.orElse(null),
                    due.map(day -> Math.max(
                                    0,
                                    ChronoUnit.DAYS.between(day, facts.payment().paidOn())))
                            .orElse(null),
                    of == null ? null : of.share().stripTrailingZeros().toPlainString(),
                    of == null ? null : of.leastOfPrice(),
                    of == null ? null : of.leastSoFar(),
                    of == null ? null : of.mostPaid(),
                    of == null ? null : of.mostNow(facts.inProgress().paidBefore()),
                    SpecialGoodsWithhold.leastBond(facts).orElse(null));
        }
    }

    /** @param withReceipt whether the caller wants to keep what was judged */
    static PaymentCheckView of(CheckPayment.Checked checked, ShownFindings shown, boolean withReceipt) {
        return new PaymentCheckView(
                checked.judgement().decision() == Decision.RETURN,
                shown.of(checked.judgement()),
                checked.judgement().summary(),
                PaymentFigures.of(checked.facts()),
                RuleBooks.PAYMENTS.version(),
                withReceipt ? PaymentReceipt.of(checked.facts(), checked.judgement()) : null);
    }
}
