package org.opencmas.compliance.ordercheck.rule;

import java.util.List;
import java.util.Optional;

/**
 * One requirement on an order. Pure: equal facts give equal outcomes.
 *
 * <p>The {@code permits} clause is the rule book, in the order in which findings are shown.
 */
public sealed interface OrderRule
        permits AgencyIsPublicBody,
                NumberTellsKind,
                NumberKeepsSuffix,
                CmasNumberCorrect,
                CmasActive,
                IssuedBeforeExpiry,
                AmendedBeforeExpiry,
                LocalUseAllowed,
                LinesOnContract,
                PriceWithinCeiling,
                NoBundling,
                StateOrderLimit,
                LocalOrderLimit,
                OneContractor,
                OneLocation,
                NoItWithNonIt,
                WordCmasOrNumber,
                LinesGroupedByCmas,
                SubsInSequence,
                SubtotalsWithoutTax,
                LowestLimitOfSeveral,
                NspNeedsProvision,
                NspLowLimit,
                NspHighLimit,
                NspLiftsTier,
                NspNotAlone,
                NspSupportsPriced,
                NspNotPriced,
                PublicWorksIncidental,
                CertificateCurrent {
    /** What the rule says of itself. */
    RuleText text();

    /**
     * Asked before {@link #check}: why the requirement does not touch this order, or nothing when it does. Whether it binds the
     * agency at all is said by {@link RuleText#binds} and asked by the rule book.
     */
    default Optional<String> whyNotApplicable(OrderFacts facts) {
        return Optional.empty();
    }

    /** What the rule finds: at least one outcome, never none. */
    List<Outcome> check(OrderFacts facts);
}
