package org.opencmas.order.purchaseorder;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.history.Termination;

/**
 * What one act did to an order: the event to publish and the row of its history.
 *
 * @param type the event's type, such as {@code order.issued.v1}
 * @param subject the version that the act is about, as it stands after the act
 * @param isNewVersion whether the act wrote that version
 * @param details what the event says beside the document
 * @param lapsed the open amendment that fell with the act, as it stands after it
 */
public record OrderChange(
        String type,
        OrderVersion subject,
        boolean isNewVersion,
        Map<String, Object> details,
        @Nullable OrderVersion lapsed) {
    public OrderChange {
        details = Map.copyOf(details);
    }

    public static OrderChange newVersion(OrderVersion version) {
        String type = version.state() == OrderState.DRAFT ? "order.drafted.v1" : "order.submitted.v1";
        return new OrderChange(type, version, true, Map.of(), null);
    }

    /**
     * The same, on condition that it is judged as its preview was.
     *
     * @param preview as its event tells it
     */
    public OrderChange judgedAs(Map<String, String> preview) {
        return new OrderChange(type, subject, isNewVersion, Map.of("preview", preview), lapsed);
    }

    static OrderChange of(String type, OrderVersion subject, Map<String, Object> details) {
        return new OrderChange(type, subject, false, details, null);
    }

    static OrderChange termination(OrderVersion terminated, Termination termination, @Nullable OrderVersion lapsed) {
        return new OrderChange("order.terminated.v1", terminated, false, termination.details(), lapsed);
    }

    /** The word of the history, such as {@code ISSUED}. */
    public String word() {
        return type.substring("order.".length(), type.lastIndexOf('.'))
                .replace('-', '_')
                .toUpperCase(java.util.Locale.ROOT);
    }
}
