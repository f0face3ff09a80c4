package org.opencmas.compliance.rule;

import java.math.BigDecimal;

/** The figures that rules and reviews use. Their values are dated data, never code. */
public enum ParameterName {
    /** Order total, US dollars, up to which (inclusive) the low NSP limit holds. */
    NSP_TIER_BORDER(Unit.US_DOLLARS),
    /** Most that all NSP lines together may cost, US dollars, on an order up to the border. */
    NSP_LOW_LIMIT(Unit.US_DOLLARS),
    /** Share of the order total that all NSP lines together may cost above the border, as a fraction: 0.05 is 5%. */
    NSP_HIGH_SHARE(Unit.FRACTION),
    /** Most that all NSP lines together may cost above the border, US dollars, whatever the share gives. */
    NSP_HIGH_LIMIT(Unit.US_DOLLARS),
    /** Days between the date on an order and its arrival here beyond which back-dating is asked about. */
    BACK_DATING_DAYS(Unit.DAYS),
    /** Most that public works on an order may come to, US dollars, without a payment bond. */
    PW_BOND_TRIGGER(Unit.US_DOLLARS),
    /** Public works, US dollars, up to which (inclusive) no prevailing wage rates are asked for; 0.00 means that they always are. */
    PW_WAGE_EXEMPT_UP_TO(Unit.US_DOLLARS),
    /** Days before an order, inclusive, within which a check of the contractor's license is taken as it is. */
    PW_LICENSE_CHECK_DAYS(Unit.DAYS),
    /** Residual value, US dollars, up to which (inclusive) a lease to own purchase or a hardware rental is accepted. */
    LEASE_RESIDUAL_LIMIT(Unit.US_DOLLARS),
    /** Calendar days within which a State agency pays, day 0 being the later of acceptance and receipt of the undisputed invoice. */
    PROMPT_PAYMENT_DAYS(Unit.DAYS),
    /** Penalty, US dollars, up to which (inclusive) a State agency owes a small business none. */
    PENALTY_WAIVED_SMALL_BUSINESS(Unit.US_DOLLARS),
    /** Penalty, US dollars, up to which (inclusive) a State agency owes any other contractor none. */
    PENALTY_WAIVED_OTHERS(Unit.US_DOLLARS),
    /** Yearly rate of the penalty owed to a small business, as a fraction. Holds for the fiscal year of its first day only. */
    PENALTY_RATE_SMALL_BUSINESS(Unit.FRACTION),
    /** Yearly rate of the penalty owed to any other contractor, as a fraction. Holds for the fiscal year of its first day only. */
    PENALTY_RATE_OTHERS(Unit.FRACTION),
    /** Share of the price that is withheld from progress payments until all is accepted, as a fraction: 0.10 is 10%. */
    PP_WITHHOLD_SHARE(Unit.FRACTION),
    /** Lowest such share that a risk decision can lead to below the large price, as a fraction. */
    PP_RISK_SHARE_SMALL(Unit.FRACTION),
    /** Lowest such share that a risk decision can lead to at the large price and above, as a fraction. */
    PP_RISK_SHARE_LARGE(Unit.FRACTION),
    /** The large price, US dollars: the price of a contract from which (inclusive) the share for large ones is the lowest. */
    PP_RISK_LARGE_PRICE(Unit.US_DOLLARS),
    /** Share of all that is payable that a faithful performance bond for special goods comes to at least, as a fraction. */
    PP_BOND_SHARE(Unit.FRACTION),
    /** Calendar months that an order lasts at least, by State policy, when it has progress payments. */
    PP_LEAST_MONTHS(Unit.MONTHS),
    /** Fewest different contractors that a State agency asks for an offer. */
    STATE_OFFERS_LEAST(Unit.COUNT),
    /** Total, US dollars before tax and freight, below which (exclusive) a State agency may ask one contractor only. */
    STATE_ONE_OFFER_BELOW(Unit.US_DOLLARS),
    /** Days before the order after which a check of the contractor's certificate is thought old. */
    CERT_VERIFICATION_DAYS(Unit.DAYS),
    /** Calendar months after the end of a CMAS beyond which a delivery is asked about, unless the agency set its own. */
    DELIVERY_TAIL_MONTHS(Unit.MONTHS),
    /** Days after it was made, the last included, through which an attestation that ends answers a document that arrives. */
    ATTESTATION_DAYS(Unit.DAYS),
    /** Days before and after an order, inclusive, within which a review looks at orders together as possibly split. */
    REVIEW_SPLIT_DAYS(Unit.DAYS),
    /** Last days of an agreement, its last day included, in which a review asks about an amendment that raises an order. */
    REVIEW_LATE_AMENDMENT_DAYS(Unit.DAYS),
    /** Days before a sale, inclusive, within which advice by the same contractor is asked about. */
    REVIEW_ADVICE_DAYS(Unit.DAYS),
    /** Share of the NSP limit, as a fraction, from which (inclusive) a review asks about NSP lines. */
    REVIEW_NSP_NEAR_SHARE(Unit.FRACTION),
    /**
     * Day of the month after a quarter on which its report is due, inclusive; the month's last where it is shorter. The service that takes
     * the reports keeps a dated rule of its own: when one is changed, so is the other.
     */
    REPORT_DUE_DAY(Unit.DAY_OF_MONTH);

    private final Unit unit;

    ParameterName(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** What a figure is counted in, and with it which values there can be. */
    public enum Unit {
        US_DOLLARS("0.00 or more, to the cent", 2, "0", "999999999999999.99"),
        FRACTION("between 0 and 1: 0.05 is 5%", 6, "0", "1"),
        DAYS("whole days, at most 36500", 0, "0", "36500"),
        MONTHS("whole months, at most 1200", 0, "0", "1200"),
        COUNT("a whole number, at most 100", 0, "0", "100"),
        DAY_OF_MONTH("a day of a month, 1 to 31", 0, "1", "31");

        private final String words;
        private final int places;
        private final BigDecimal least;
        private final BigDecimal most;

        Unit(String words, int places, String least, String most) {
            this.words = words;
            this.places = places;
            this.least = new BigDecimal(least);
            this.most = new BigDecimal(most);
        }

        /** Whether a value can be one of this unit; zeros at its end do not matter. */
        public boolean takes(BigDecimal value) {
            return value.stripTrailingZeros().scale() <= places
                    && least.compareTo(value) <= 0
                    && value.compareTo(most) <= 0;
        }

        /** Returns which values there are, as a sentence's end. */
        public String words() {
            return words;
        }
    }

    /**
     * True for a figure that is published anew for each State fiscal year and holds for no other. It has no value until an analyst enters
     * that of a year, and the rule that uses it says so: neither an older rate nor a guess stands in.
     */
    public boolean isYearly() {
        return this == PENALTY_RATE_SMALL_BUSINESS || this == PENALTY_RATE_OTHERS;
    }
}
