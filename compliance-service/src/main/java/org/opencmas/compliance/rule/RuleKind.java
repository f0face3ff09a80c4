package org.opencmas.compliance.rule;

/** What a broken requirement does to an order. */
public enum RuleKind {
    /** Stops the order until it is mended or, where the rules leave room for a person's word, attested. */
    BLOCK,
    /** Is shown and stops nothing. */
    WARNING,
    /** Works something out for the other rules and stops nothing by itself. */
    CALCULATION
}
