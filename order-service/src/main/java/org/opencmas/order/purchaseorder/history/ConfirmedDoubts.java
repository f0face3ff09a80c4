package org.opencmas.order.purchaseorder.history;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a person means what was doubted in a version.
 *
 * @param confirmedBy by the name in the token
 */
@Schema(name = "ConfirmedDoubts")
public record ConfirmedDoubts(List<Confirmation> confirmations, String confirmedBy) implements ActDetails {
    public ConfirmedDoubts {
        confirmations = List.copyOf(confirmations);
    }

    /**
     * One doubt with its explanation.
     *
     * @param kind of the doubt, such as {@code SHIFTED_DECIMAL}
     * @param pointer the place that was doubted
     */
    @Schema(name = "ConfirmedDoubt")
    public record Confirmation(String kind, String pointer, String explanation) {}

    public Map<String, Object> details() {
        return Map.of("confirmations", confirmations, "confirmedBy", confirmedBy);
    }
}
