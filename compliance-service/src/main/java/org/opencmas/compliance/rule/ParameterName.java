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
    PW_BOND_TRIGGER
}
