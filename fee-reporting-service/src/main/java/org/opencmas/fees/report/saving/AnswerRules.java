package org.opencmas.fees.report.saving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.report.draft.LineAnswer;
import org.opencmas.fees.report.draft.LineKey;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.fees.upload.ReportRowRules;
import org.opencmas.problem.Fault;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * What holds of the answers to a report's pre-filled lines: each names a line of it, once; a dispute has a reason, and amounts as a row of
 * a report has them; nothing else has any.
 */
final class AnswerRules {
    /** By document, whether the ledger takes something away under it: a correction of an original order may. Null of any report. */
    private final @Nullable Map<LineKey, Boolean> lines;

    private final Set<LineKey> answered = new HashSet<>();

    private AnswerRules(@Nullable Map<LineKey, Boolean> lines) {
        this.lines = lines;
    }

    static AnswerRules of(Statement statement) {
        Map<LineKey, Boolean> lines = new HashMap<>();
        statement
                .lines()
                .forEach(line -> lines.merge(
                        LineKey.of(line), line.totalExcludingTaxAndFreight().isNegative(), Boolean::logicalOr));
        return new AnswerRules(lines);
    }

    /** What holds of answers to the lines of whatever report. */
    static AnswerRules ofAnyReport() {
        return new AnswerRules(null);
    }

    /**
     * All that is wrong with the answer, those before it looked at too.
     *
     * @param at its place
     */
    List<Fault> check(String at, LineAnswer answer) {
        List<Fault> faults = new ArrayList<>();
        boolean isNamed = answer.orderId() != null && answer.documentVersion() != null && answer.cause() != null;
        if (isNamed && lines != null && !lines.containsKey(LineKey.of(answer))) {
            faults.add(new Fault(at + "/orderId", "names no line of this report with that version and cause"));
        }
        if (isNamed && !answered.add(LineKey.of(answer))) {
            faults.add(new Fault(at + "/orderId", "is answered twice"));
        }
        String reason = answer.reason();
        if (answer.answer() == null) {
            return faults;
        }
        if (answer.answer() == LineAnswer.Verdict.DISPUTED) {
            if (reason == null || Identifier.isBlank(reason)) {
                faults.add(new Fault(at + "/reason", "is missing: a dispute needs a reason"));
            }
            checkAmounts(faults, at, answer);
            return faults;
        }
        if (reason != null) {
            faults.add(new Fault(at + "/reason", "belongs to a dispute"));
        }
        if (Stream.of(answer.reportedTotal(), answer.reportedFee(), answer.tax(), answer.freight())
                .anyMatch(Objects::nonNull)) {
            faults.add(new Fault(at, "has an amount, which belongs to a dispute"));
        }
        return faults;
    }

    private void checkAmounts(List<Fault> faults, String at, LineAnswer answer) {
        Usd total = answer.reportedTotal();
        Usd fee = answer.reportedFee();
        checkForm(faults, at + "/reportedTotal", total);
        checkForm(faults, at + "/reportedFee", fee);
        checkNotNegative(faults, at + "/tax", answer.tax());
        checkNotNegative(faults, at + "/freight", answer.freight());
        boolean mayTakeAway =
                answer.cause() != Cause.ORIGINAL || lines == null || lines.getOrDefault(LineKey.of(answer), false);
        if (total != null && total.isNegative() && !mayTakeAway) {
            faults.add(new Fault(at + "/reportedTotal", "is negative, and the line is an original order's"));
        }
        if (fee != null && !fee.isZero() && (total == null || fee.isNegative() != total.isNegative())) {
            faults.add(new Fault(
                    at + "/reportedFee",
                    total == null
                            ? "is there without a total that it is the fee of"
                            : "has another sign than the total"));
        }
    }

    private static void checkForm(List<Fault> faults, String at, @Nullable Usd amount) {
        if (amount != null) {
            ReportRowRules.amountFault(amount).ifPresent(fault -> faults.add(new Fault(at, fault)));
        }
    }

    private static void checkNotNegative(List<Fault> faults, String at, @Nullable Usd amount) {
        checkForm(faults, at, amount);
        if (amount != null && amount.isNegative()) {
            faults.add(new Fault(at, "is negative"));
        }
    }
}
