package org.opencmas.order.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.plausibility.Doubt;

/**
 * What is doubted in an order's latest version.
 *
 * @param doubts beside what the agency ordered before; none when all is plausible
 */
@Schema(name = "OrderDoubts")
record DoubtsView(UUID orderId, int documentVersion, List<AskedDoubt> doubts) {
    /**
     * A doubt and what was said of it.
     *
     * @param needsConfirmation whether the order is not sent without one
     * @param explanation with which it was confirmed; null when it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AskedDoubt")
    record AskedDoubt(
            @JsonUnwrapped Doubt doubt,
            boolean needsConfirmation,
            @Nullable String explanation) {}
}
