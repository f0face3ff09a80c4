package org.opencmas.compliance.rule;

/** The figures that rules use. Their values are dated data, never code. */
public enum ParameterName {
    /** Order total, US dollars, up to which (inclusive) the low NSP limit holds. */
    NSP_TIER_BORDER,
    /** Most that all NSP lines together may cost, US dollars, on an order up to the border. */
    NSP_LOW_LIMIT,
    /** Share of the order total that all NSP lines together may cost above the border, as a fraction: 0.05 is 5%. */
    NSP_HIGH_SHARE,
    /** Most that all NSP lines together may cost above the border, US dollars, whatever the share gives. */
    NSP_HIGH_LIMIT,
    /** Days between the date on an order and its arrival here beyond which back-dating is asked about. */
    BACK_DATING_DAYS,
    /** Most that public works on an order may come to, US dollars, without a payment bond. */
    PW_BOND_TRIGGER,
    /** Public works, US dollars, up to which (inclusive) no prevailing wage rates are asked for; 0.00 means that they always are. */
    PW_WAGE_EXEMPT_UP_TO,
    /** Days before an order, inclusive, within which a check of the contractor's license is taken as it is. */
    PW_LICENSE_CHECK_DAYS,
    /** Residual value, US dollars, up to which (inclusive) a lease to own purchase or a hardware rental is accepted. */
    LEASE_RESIDUAL_LIMIT,
    /** Calendar days within which a State agency pays, day 0 being the later of acceptance and receipt of the undisputed invoice. */
    PROMPT_PAYMENT_DAYS,
    /** Penalty, US dollars, up to which (inclusive) a State agency owes a small business none. */
    PENALTY_WAIVED_SMALL_BUSINESS,
    /** Penalty, US dollars, up to which (inclusive) a State agency owes any other contractor none. */
    PENALTY_WAIVED_OTHERS,
    /** Yearly rate of the penalty owed to a small business, as a fraction. Holds for the fiscal year of its first day only. */
    PENALTY_RATE_SMALL_BUSINESS,
    /** Yearly rate of the penalty owed to any other contractor, as a fraction. Holds for the fiscal year of its first day only. */
    PENALTY_RATE_OTHERS,
    /** Share of the price that is withheld from progress payments until all is accepted, as a fraction: 0.10 is 10%. */
    PP_WITHHOLD_SHARE,
    /** Lowest such share that a risk decision can lead to below the large price, as a fraction. */
    PP_RISK_SHARE_SMALL,
    /** Lowest such share that a risk decision can lead to at the large price and above, as a fraction. */
    PP_RISK_SHARE_LARGE,
    /** The large price, US dollars: the price of a contract from which (inclusive) the share for large ones is the lowest. */
    PP_RISK_LARGE_PRICE,
    /** Share of all that is payable that a faithful performance bond for special goods comes to at least, as a fraction. */
    PP_BOND_SHARE,
    /** Calendar months that an order lasts at least, by State policy, when it has progress payments. */
    PP_LEAST_MONTHS,
    /** Fewest different contractors that a State agency asks for an offer. */
    STATE_OFFERS_LEAST,
    /** Total, US dollars before tax and freight, below which (exclusive) a State agency may ask one contractor only. */
    STATE_ONE_OFFER_BELOW,
    /** Days before the order after which a check of the contractor's certificate is thought old. */
    CERT_VERIFICATION_DAYS,
    /** Calendar months after the end of a CMAS beyond which a delivery is asked about, unless the agency set its own. */
    DELIVERY_TAIL_MONTHS,
    /** Days after it was made, the last included, through which an attestation that ends answers a document that arrives. */
    ATTESTATION_DAYS;

    /**
     * True for a figure that is published anew for each State fiscal year and holds for no other. It has no value until an analyst enters
     * that of a year, and the rule that uses it says so: neither an older rate nor a guess stands in.
     */
    public boolean isYearly() {
        return this == PENALTY_RATE_SMALL_BUSINESS || this == PENALTY_RATE_OTHERS;
    }
}
