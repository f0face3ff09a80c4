package org.opencmas.order.purchaseorder.decision;

import java.util.Map;
import java.util.TreeMap;
import org.opencmas.order.purchaseorder.history.Withdrawal;
import org.opencmas.problem.Refusal;

/** The amendment was sent with the token of its preview and is not judged as that showed (412): it was withdrawn, and nothing was changed. */
final class PreviewNotMet extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient Withdrawal withdrawal;

    PreviewNotMet(Withdrawal withdrawal) {
        super(
                "The rules do not judge this amendment as its preview showed: what they rest on changed since. It was withdrawn, and what is in force"
                        + " stays in force. Preview it again and decide anew.");
        this.withdrawal = withdrawal;
    }

    @Override
    public String slug() {
        return "preview-not-met";
    }

    @Override
    public int status() {
        return 412;
    }

    @Override
    public Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put("rule", "ORD-AMEND-RECHECK");
        members.put("withdrawal", withdrawal);
        return members;
    }
}
