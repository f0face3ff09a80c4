package org.opencmas.order.purchaseorder;

import java.util.Map;
import org.opencmas.problem.Conflict;

/** Nobody approves what he wrote himself. */
final class OwnVersionApproved extends Conflict {
    private static final long serialVersionUID = 1;

    OwnVersionApproved(String writer) {
        super(
                "own-version-approved",
                writer + " wrote this version, so another approver of your agency has to approve it.",
                Map.of("writtenBy", writer));
    }
}
