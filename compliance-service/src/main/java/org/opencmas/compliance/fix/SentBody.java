package org.opencmas.compliance.fix;

import java.util.List;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The body of a check, as far as a fix has to know it: what of it was sent, and what is found of it once it is patched. */
public interface SentBody {
    /** Whether the line at that place has an amount of its own, which a new price makes wrong. */
    boolean hasAmount(int place);

    /** Whether the groups and their subtotals were sent; where they were not, they follow the lines. */
    boolean hasSubOrders();

    /** The facts of the order that the patched body describes; all else is as it was. */
    OrderFacts patched(List<PatchOperation> patch);

    /** What the rules that are asked find of those facts. */
    Judgement judge(OrderFacts facts);
}
