package org.opencmas.compliance.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opencmas.compliance.facts.ConsultingOrders;
import org.opencmas.compliance.rule.purchaseorder.Order;

/**
 * Submissions that are judged together. Of an order there is one at most, since the next one is judged against what was issued before it
 * and counted after it; nothing of a firm is judged together with a consulting order of it before; and they have a bounded number of lines, so that even the longest orders fit into memory.
 */
final class SubmissionBatch {
    /** Inclusive; an order that is longer is a batch of its own. */
    static final int MOST_LINES = 2000;

    private final List<Submission> submissions = new ArrayList<>();
    private final Set<Object> names = new HashSet<>();
    private final Set<UUID> consultants = new HashSet<>();
    private int lines;

    /** An order has two names, its id and its number at its agency; either identifies it. */
    private record AgencyOrder(UUID agencyId, String agencyOrderNumber) {}

    boolean hasRoomFor(Submission next) {
        return submissions.isEmpty()
                || lines + linesOf(next) <= MOST_LINES
                        && namesOf(next).stream().noneMatch(names::contains)
                        && ConsultingOrders.firmsOf(next.order()).noneMatch(consultants::contains);
    }

    void add(Submission next) {
        submissions.add(next);
        names.addAll(namesOf(next));
        if (new ConsultingOrders.Issued(next.orderId(), next.order()).hasConsultingPart()) {
            consultants.add(next.order().contractorId());
        }
        lines += linesOf(next);
    }

    List<Submission> submissions() {
        return submissions;
    }

    private static List<Object> namesOf(Submission submission) {
        Order order = submission.order();
        return List.of(submission.orderId(), new AgencyOrder(order.agencyId(), order.agencyOrderNumber()));
    }

    private static int linesOf(Submission submission) {
        return submission.order().lines().size();
    }
}
