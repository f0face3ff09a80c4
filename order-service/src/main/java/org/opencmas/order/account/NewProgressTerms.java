package org.opencmas.order.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of progress payments as a client sends them. */
record NewProgressTerms(
        @Nullable String kind,
        @Nullable String withholdShare,
        @Nullable NewRiskDecision riskDecision,
        @Nullable List<@Nullable NewTask> tasks,
        @Nullable String startsOn,
        @Nullable String lastDay) {
    /** A decision on the risk. */
    record NewRiskDecision(
            @Nullable String decidedBy,
            @Nullable String decidedOn,
            @Nullable String evidence) {}

    /** A task. */
    record NewTask(
            @Nullable String taskId,
            @Nullable String amount,
            @Nullable Boolean separateAndDistinct,
            @Nullable String decidedBy) {}
}
