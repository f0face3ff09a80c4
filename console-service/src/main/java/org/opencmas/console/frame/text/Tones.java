package org.opencmas.console.frame.text;

import io.quarkus.qute.TemplateExtension;
import java.util.Set;

/** The colour that goes with a state's word; the word always stands there too. In a template: {@code {#state order.state /}}. */
@TemplateExtension
public final class Tones {
    private static final Set<String> GOOD = Set.of(
            "ISSUED",
            "ACCEPTED",
            "FILED",
            "PASS",
            "PAID",
            "APPROVED",
            "PRESENT",
            "HELD",
            "FINISHED",
            "IN_ORDER",
            "CLOSED",
            "HOLDS",
            "ISSUE",
            "NO_EXEMPTION_NEEDED",
            "RESPONSIVE",
            "STANDS",
            "PUBLISHED",
            "CHECKED",
            "ACTIVE",
            "ACTIVATED",
            "COMPLETED",
            "DONE",
            "PLACED");
    private static final Set<String> WARN = Set.of(
            "DRAFT",
            "SUBMITTED",
            "DUE",
            "WARN",
            "NEEDS_ATTESTATION",
            "UNDETERMINED",
            "WAITING",
            "OPEN",
            "QUESTION",
            "UNCOMPUTABLE_ORDER",
            "CREDIT_ON_ENDED_AGREEMENT",
            "ORDER_TYPED_DIFFERENTLY",
            "MISMATCHED_REPORT",
            "INCOMPLETE_REPORT",
            "EXEMPTION_REQUIRED",
            "MARKED",
            "SENT",
            "LATE",
            "INCOMPLETE",
            "RECEIVED",
            "RUNNING",
            "REFERENCED",
            "INACTIVE",
            "REQUESTED");
    private static final Set<String> BAD = Set.of(
            "RETURNED",
            "REJECTED",
            "OVERDUE",
            "FAIL",
            "DISPUTED",
            "MISSING",
            "FAILED",
            "DENIED",
            "VIOLATION",
            "NOT_IN_ORDER",
            "OVERDUE_REPORT",
            "UNPAID_FEE",
            "CANCELLED",
            "DECLINED",
            "REFUSED",
            "RETURN",
            "SUSPENDED",
            "TERMINATED",
            "EXPIRED",
            "REVOKED",
            "WITHDRAWN");

    private Tones() {}

    /** Returns the class of the tag for a state; empty for a state that is neither good nor bad news. */
    public static String tone(String state) {
        return GOOD.contains(state)
                ? "tag-good"
                : WARN.contains(state) ? "tag-warn" : BAD.contains(state) ? "tag-bad" : "";
    }
}
