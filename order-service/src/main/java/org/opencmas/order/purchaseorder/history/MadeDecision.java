package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The decision of the rule book as the history tells it.
 *
 * @param evaluationId the receipt, at compliance's {@code /v1/evaluations/{id}}
 * @param findings those that are not a plain pass, also of a version that was issued
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderDecision")
record MadeDecision(UUID evaluationId, Instant decidedAt, List<Finding> findings) implements ActDetails {
    MadeDecision {
        findings = List.copyOf(findings);
    }

    @Override
    public ActDetails forContractor() {
        return new MadeDecision(evaluationId, decidedAt, List.of());
    }
}
