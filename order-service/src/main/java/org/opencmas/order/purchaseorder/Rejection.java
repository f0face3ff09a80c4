package org.opencmas.order.purchaseorder;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contractor's rejection of an inaccurate order (Guide s3 p9, s12 p23).
 *
 * @param pointer JSON pointer into the order's document at what is wrong, such as {@code /lines/0/unitPrice}; null when
 *     no single field is
 * @param rightValue what should stand there; null when there is no right value
 */
record Rejection(
        Reason reasonCode,
        @Nullable String pointer,
        @Nullable String rightValue,
        String reason,
        String rejectedBy) {

    /** What is inaccurate, in the words of the Guide's own list of causes (s12 p23) and the usual others. */
    enum Reason {
        CMAS_NUMBER,
        ITEM_NOT_ON_CONTRACT,
        PRICE,
        QUANTITY_OR_UNIT,
        LOCATION,
        PRICE_BUNDLING,
        CMAS_EXPIRED,
        OTHER
    }

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reasonCode", reasonCode);
        if (pointer != null && rightValue != null) {
            details.put("pointer", pointer);
            details.put("rightValue", rightValue);
        }
        details.put("reason", reason);
        details.put("rejectedBy", rejectedBy);
        return details;
    }
}
