package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;

/**
 * An amendment that was sent with the token of its preview, and is not judged as that showed: it was withdrawn before anything was decided, and what
 * is in force stays in force (ORD-AMEND-RECHECK).
 *
 * @param decision what would have been decided instead
 * @param previewedDecision what the preview showed; null where the preview is not known any more
 * @param appeared what is found now and was not in the preview; everything, where that is not known
 * @param gone what was in the preview and is not found now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AmendmentWithdrawal")
public record Withdrawal(
        UUID previewId,
        @Schema(enumeration = {"ISSUE", "RETURN"}) String decision,

        @Schema(enumeration = {"ISSUE", "RETURN"}) @Nullable String previewedDecision,

        List<Finding> appeared,
        List<Finding> gone,
        Instant judgedAt)
        implements ActDetails {
    public Withdrawal {
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /** What the rules say of an amendment at one time. */
    public record Judged(String decision, List<JsonNode> findings) {
        public Judged {
            findings = List.copyOf(findings);
        }
    }

    /** @param previewed null where it is not known any more */
    public static Withdrawal between(UUID previewId, @Nullable Judged previewed, Judged now, Instant judgedAt) {
        List<JsonNode> before = previewed == null ? List.of() : previewed.findings();
        return new Withdrawal(
                previewId,
                now.decision(),
                previewed == null ? null : previewed.decision(),
                Finding.all(Finding.fitting(without(now.findings(), before), Finding.MAX_BYTES_IN_EVENT / 2)),
                Finding.all(Finding.fitting(without(before, now.findings()), Finding.MAX_BYTES_IN_EVENT / 2)),
                judgedAt);
    }

    private static List<JsonNode> without(List<JsonNode> all, List<JsonNode> others) {
        List<JsonNode> left = new ArrayList<>(all);
        left.removeAll(others);
        return left;
    }

    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        OrderJson.tree(this).properties().forEach(field -> details.put(field.getKey(), field.getValue()));
        return details;
    }
}
