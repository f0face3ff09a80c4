package org.opencmas.order.requestforoffer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a request for offer says; it stays as it is once contractors were asked.
 *
 * @param needs what the agency needs and requires (SOL-RFO-NEEDED, Guide s2 p7)
 * @param statementOfWork for services; null for none
 * @param services whether it asks for services
 * @param simpleProduct whether the agency finds it a simple purchase of products, for which request and quote may be verbal
 *     (SOL-VERBAL, Guide s2 p7); never with services
 * @param offersDueAt until when offers are in time, inclusive; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestContent(
        String title,
        String needs,
        @Nullable String statementOfWork,
        boolean services,
        boolean simpleProduct,
        @Nullable Instant offersDueAt,
        Clauses clauses) {
    /**
     * Clauses that hold only when they stand in the request and in the order (Guide s4 p11).
     *
     * @param liquidatedDamages for late delivery; null for none
     * @param acceptanceTesting the criteria of acceptance; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RequestClauses")
    public record Clauses(
            @Nullable String liquidatedDamages, @Nullable String acceptanceTesting) {}
}
