package org.opencmas.fees.uncomputable;

/** What keeps an order's fee from being worked out, and who can mend it. */
enum MissingFact {
    AGENCY(
            "The buying agency %s is not known here, so it is open whether the order bears the incentive fee.",
            "Register the agency with its type in the order service; the fee is then posted by itself."),
    AGREEMENT(
            "The registry does not know the agreement %s, so it is open who owes the fee and in which report it stands.",
            "Register the agreement in the contract registry; the fee is then posted by itself. Or, when the number is wrong,"
                    + " amend the order with the right one."),
    CONTRACTOR(
            "The agreement's holder %s is not known here, so it is open whether a small-business certificate waives the fee.",
            "Register the contractor in the contract registry; the fee is then posted by itself.");

    private final String why;
    private final String remedy;

    MissingFact(String why, String remedy) {
        this.why = why;
        this.remedy = remedy;
    }

    /** The reason for a person. */
    String why(String id) {
        return why.formatted(id);
    }

    /** What would mend it, for a person. */
    String remedy() {
        return remedy;
    }
}
