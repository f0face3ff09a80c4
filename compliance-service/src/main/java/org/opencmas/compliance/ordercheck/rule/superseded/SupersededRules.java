package org.opencmas.compliance.ordercheck.rule.superseded;

import java.util.List;
import java.util.stream.Stream;
import org.opencmas.compliance.ordercheck.rule.AgencyIsPublicBody;
import org.opencmas.compliance.ordercheck.rule.CmasNumberCorrect;
import org.opencmas.compliance.ordercheck.rule.LinesGroupedByCmas;
import org.opencmas.compliance.ordercheck.rule.LocalUseAllowed;
import org.opencmas.compliance.ordercheck.rule.LowestLimitOfSeveral;
import org.opencmas.compliance.ordercheck.rule.NoBundling;
import org.opencmas.compliance.ordercheck.rule.NoItWithNonIt;
import org.opencmas.compliance.ordercheck.rule.NspLiftsTier;
import org.opencmas.compliance.ordercheck.rule.NspLowLimit;
import org.opencmas.compliance.ordercheck.rule.NspNotPriced;
import org.opencmas.compliance.ordercheck.rule.NumberKeepsSuffix;
import org.opencmas.compliance.ordercheck.rule.NumberTellsKind;
import org.opencmas.compliance.ordercheck.rule.OneContractor;
import org.opencmas.compliance.ordercheck.rule.OrderFacts;
import org.opencmas.compliance.ordercheck.rule.Rule;
import org.opencmas.compliance.ordercheck.rule.StateOrderLimit;
import org.opencmas.compliance.ordercheck.rule.SupersededRule;
import org.opencmas.compliance.ordercheck.rule.WordCmasOrNumber;

/** Every version of a rule on orders that is asked of nothing new. */
public final class SupersededRules {
    /** Rules whose own logic has not changed since the first release are asked themselves, in its way. */
    public static final List<SupersededRule<OrderFacts>> ALL = Stream.<Rule<OrderFacts>>of(
                    new AgencyIsPublicBody(),
                    new NumberTellsKind(),
                    new NumberKeepsSuffix(),
                    new CmasNumberCorrect(),
                    new CmasActiveV1(),
                    new IssuedBeforeExpiryV1(),
                    new AmendedBeforeExpiryV1(),
                    new LocalUseAllowed(),
                    new LinesOnContractV1(),
                    new PriceWithinCeilingV1(),
                    new NoBundling(),
                    new StateOrderLimit(),
                    new LocalOrderLimitV1(),
                    new OneContractor(),
                    new OneLocationV1(),
                    new NoItWithNonIt(),
                    new WordCmasOrNumber(),
                    new LinesGroupedByCmas(),
                    new SubsInSequenceV1(),
                    new SubtotalsWithoutTaxV1(),
                    new LowestLimitOfSeveral(),
                    new NspNeedsProvisionV1(),
                    new NspLowLimit(),
                    new NspHighLimitV1(),
                    new NspLiftsTier(),
                    new NspNotAloneV1(),
                    new NspSupportsPricedV1(),
                    new NspNotPriced(),
                    new PublicWorksIncidentalV1(),
                    new CertificateCurrentV1())
            .<SupersededRule<OrderFacts>>map(VersionOne::new)
            .toList();

    private SupersededRules() {}
}
