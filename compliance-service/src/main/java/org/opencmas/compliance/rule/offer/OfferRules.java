package org.opencmas.compliance.rule.offer;

import java.util.List;
import org.opencmas.compliance.rule.Rule;

/** The rules on a request for offer, in the order in which findings are shown. */
public final class OfferRules {
    public static final List<Rule<RequestForOfferFacts>> ALL = List.of(new BidWords(), new NoProtest());

    private OfferRules() {}
}
