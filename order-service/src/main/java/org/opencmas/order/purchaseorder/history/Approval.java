package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * An approver's approval of a version before it is sent.
 *
 * @param approvedBy by the name in the token; never who wrote the version
 * @param approverLimit the approver's, US dollars before tax and freight, inclusive; null for none
 * @param note what the approver said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderApproval")
public record Approval(
        String approvedBy,
        @Nullable Usd approverLimit,
        @Nullable String note) implements ActDetails {
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("approvedBy", approvedBy);
        if (approverLimit != null) {
            details.put("approverLimit", approverLimit);
        }
        if (note != null) {
            details.put("note", note);
        }
        return details;
    }
}
