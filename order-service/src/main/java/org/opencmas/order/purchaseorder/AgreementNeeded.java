package org.opencmas.order.purchaseorder;

import java.util.List;
import java.util.Map;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;

/** The amendment puts more on the contractor than it accepted, and does not say that the contractor agreed. */
final class AgreementNeeded extends RefusedByRule {
    private static final long serialVersionUID = 1;

    AgreementNeeded(List<Fault> increased) {
        super(
                "contractor-agreement-needed",
                "The contractor accepted this order and is not obligated to accept increased risk (Guide s3 p9). Agree with it first, and say in"
                        + " contractorAgreement who agreed and when; or keep the amendment as a draft until then.",
                increased,
                Map.of("rule", "ORD-TERM-NEGOTIATED"));
    }
}
