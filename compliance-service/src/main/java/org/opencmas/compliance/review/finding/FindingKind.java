package org.opencmas.compliance.review.finding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a review looks for, with the text or the experience that it comes from. */
public enum FindingKind {
    /** A unit price above the lower of CMAS price and base price of the day. */
    OVERCHARGE(ContractorPoint.OVERCHARGING, Source.SECTION_12),
    /** A line that names no item of the price list of the day. */
    NOT_ON_CONTRACT(ContractorPoint.OVERCHARGING, Source.SECTION_12),
    /** One price for several things. */
    PRICE_BUNDLING(ContractorPoint.PRICE_BUNDLING, Source.SECTION_12),
    /** A quarter of an agreement without a report. */
    REPORT_MISSING(ContractorPoint.QUARTERLY_REPORTS, Source.SECTION_12),
    /** A CMAS that is not the contractor's, or none. */
    WRONG_CMAS_NUMBER(null, Source.SECTION_12),
    /** A CMAS that was not active on the day of the order. */
    CMAS_NOT_ACTIVE(null, Source.SECTION_12),
    /** Several orders beside each other that together pass a limit which each keeps. */
    SPLIT_ORDERS(null, "State Auditor, reports on CMAS; a sign to look at and no rule of the guide"),
    /** Items that are not specifically priced, at nine tenths of their limit or more. */
    NSP_NEAR_LIMIT(null, "CMAS Local Government Agency Guide, August 2019, Section 10, page 20"),
    /** An amendment in the last days of the agreement, or after them. */
    LATE_AMENDMENT(null, "CMAS Local Government Agency Guide, August 2019, Section 8; the number of days is a setting"),
    /** Goods sold to an agency that the contractor had advised before. */
    CONSULTING_THEN_SALE(null, "State Auditor 2003 (2002-112): firms that helped to define a project then sold to it"),
    /** Signs that another firm supplies and the contractor only adds a fee. */
    PASS_THROUGH(null, "State Auditor 1998 (97015): contractors used as fiscal agents"),
    /** An order that does not comply and that the contractor did not return. */
    NOT_RETURNED(null, Source.SECTION_12);

    private final @Nullable ContractorPoint point;
    private final String source;

    FindingKind(@Nullable ContractorPoint point, String source) {
        this.point = point;
        this.source = source;
    }

    /** Which of the three points of a contractor's review it belongs to; empty for what is looked at besides. */
    public Optional<ContractorPoint> point() {
        return Optional.ofNullable(point);
    }

    public String source() {
        return source;
    }

    /** The three points of a contractor's compliance review (CMP-CONTRACTOR-3, Guide s12 p23). */
    public enum ContractorPoint {
        OVERCHARGING,
        PRICE_BUNDLING,
        QUARTERLY_REPORTS
    }

    private static final class Source {
        static final String SECTION_12 =
                "CMAS Local Government Agency Guide, August 2019, Section 12, page 23, Contractor Compliance Reviews";
    }
}
