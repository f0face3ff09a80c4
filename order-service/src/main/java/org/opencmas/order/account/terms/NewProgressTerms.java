package org.opencmas.order.account.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of progress payments as a client sends them. */
public record NewProgressTerms(
        @Nullable String kind,
        @Nullable String withholdShare,
        @Nullable NewRiskDecision riskDecision,
        @Nullable List<@Nullable NewTask> tasks,
        @Nullable String startsOn,
        @Nullable String lastDay) {
    /** A decision on the risk. */
    public record NewRiskDecision(
            @Nullable String decidedBy,
            @Nullable String decidedOn,
            @Nullable String evidence) {}

    /** A task. */
    public record NewTask(
            @Nullable String taskId,
            @Nullable String amount,
            @Nullable Boolean separateAndDistinct,
            @Nullable String decidedBy) {}
}
