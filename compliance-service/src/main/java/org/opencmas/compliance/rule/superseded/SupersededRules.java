package org.opencmas.compliance.rule.superseded;

import java.util.List;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.agreement.LocalUseAllowed;
import org.opencmas.compliance.rule.agreement.NumberKeepsSuffix;
import org.opencmas.compliance.rule.agreement.NumberTellsKind;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.SupersededRule;
import org.opencmas.compliance.rule.nsp.NspLiftsTier;
import org.opencmas.compliance.rule.nsp.NspLowLimit;
import org.opencmas.compliance.rule.nsp.NspNotPriced;
import org.opencmas.compliance.rule.order.AgencyIsPublicBody;
import org.opencmas.compliance.rule.order.CmasNumberCorrect;
import org.opencmas.compliance.rule.order.NoBundling;
import org.opencmas.compliance.rule.order.StateOrderLimit;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.severalcmas.LinesGroupedByCmas;
import org.opencmas.compliance.rule.severalcmas.LowestLimitOfSeveral;
import org.opencmas.compliance.rule.severalcmas.NoItWithNonIt;
import org.opencmas.compliance.rule.severalcmas.OneContractor;
import org.opencmas.compliance.rule.severalcmas.WordCmasOrNumber;
import org.opencmas.compliance.rule.superseded.agreement.CmasActiveV1;
import org.opencmas.compliance.rule.superseded.agreement.PriceWithinCeilingV1;
import org.opencmas.compliance.rule.superseded.authority.LegalBasisV1;
import org.opencmas.compliance.rule.superseded.bestvalue.FourStepsDoneV1;
import org.opencmas.compliance.rule.superseded.certification.CertificateCurrentV1;
import org.opencmas.compliance.rule.superseded.certification.VerifiedBeforeOrderV1;
import org.opencmas.compliance.rule.superseded.firstrelease.VersionOne;
import org.opencmas.compliance.rule.superseded.nsp.NspHighLimitV1;
import org.opencmas.compliance.rule.superseded.nsp.NspNeedsProvisionV1;
import org.opencmas.compliance.rule.superseded.nsp.NspNotAloneV1;
import org.opencmas.compliance.rule.superseded.nsp.NspSupportsPricedV1;
import org.opencmas.compliance.rule.superseded.order.AmendedBeforeExpiryV1;
import org.opencmas.compliance.rule.superseded.order.IssuedBeforeExpiryV1;
import org.opencmas.compliance.rule.superseded.order.LinesOnContractV1;
import org.opencmas.compliance.rule.superseded.order.LocalOrderLimitV1;
import org.opencmas.compliance.rule.superseded.payment.LatePaymentPenaltyV1;
import org.opencmas.compliance.rule.superseded.payment.NamesMatchV1;
import org.opencmas.compliance.rule.superseded.publicworks.CableIsPublicWorksV1;
import org.opencmas.compliance.rule.superseded.publicworks.PublicWorksCodedV1;
import org.opencmas.compliance.rule.superseded.publicworks.PublicWorksIncidentalV1;
import org.opencmas.compliance.rule.superseded.scope.NoExcludedServicesV1;
import org.opencmas.compliance.rule.superseded.services.NoFollowOnV1;
import org.opencmas.compliance.rule.superseded.severalcmas.OneLocationV1;
import org.opencmas.compliance.rule.superseded.severalcmas.OneLocationV2;
import org.opencmas.compliance.rule.superseded.severalcmas.SubsInSequenceV1;
import org.opencmas.compliance.rule.superseded.severalcmas.SubtotalsWithoutTaxV1;
import org.opencmas.compliance.rule.superseded.solicitation.ThreeAskedByStateV1;
import org.opencmas.compliance.rule.superseded.solicitation.ThreeAskedByStateV2;
import org.opencmas.compliance.rule.superseded.solicitation.ThreeAskedByStateV3;

/** Every version of a rule that is asked of nothing new. */
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

    /** Versions since the second release: they were asked in the way in which rules are asked now. */
    public static final List<Rule<OrderFacts>> REPLACED = List.of(
            new NoFollowOnV1(),
            new VerifiedBeforeOrderV1(),
            new ThreeAskedByStateV1(),
            new ThreeAskedByStateV2(),
            new ThreeAskedByStateV3(),
            new OneLocationV2(),
            new LegalBasisV1(),
            new NoExcludedServicesV1(),
            new PublicWorksCodedV1(),
            new CableIsPublicWorksV1(),
            new FourStepsDoneV1());

    /** The same of rules on invoices. */
    public static final List<Rule<InvoiceFacts>> REPLACED_OF_INVOICES = List.of(new NamesMatchV1());

    /** The same of rules on payments. */
    public static final List<Rule<PaymentFacts>> REPLACED_OF_PAYMENTS = List.of(new LatePaymentPenaltyV1());

    private SupersededRules() {}
}
