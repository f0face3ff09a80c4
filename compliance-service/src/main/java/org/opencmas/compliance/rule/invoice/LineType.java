package org.opencmas.compliance.rule.invoice;

/** What an invoice line bills, as far as the rules on payment tell things apart. */
public enum LineType {
    GOODS,
    /** Packaged software, bought once. */
    SOFTWARE,
    SERVICES,
    /** Labor and parts that keep equipment working. */
    MAINTENANCE,
    /** Toner, developer, staples and the like, supplied under a maintenance contract. */
    CONSUMABLES,
    /** Software maintenance and license fees, which the guide counts as a subscription. */
    SUBSCRIPTION,
    /** Software used over the net whose fee nobody has called a subscription yet. */
    HOSTED_SOFTWARE,
    /** An upgrade or extension of a warranty. */
    WARRANTY,
    TRAVEL;

    /** True for work that is paid after it is done and has no exception of its own. */
    public boolean isPlainService() {
        return this == SERVICES || this == MAINTENANCE;
    }
}
