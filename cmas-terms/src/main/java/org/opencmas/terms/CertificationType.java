package org.opencmas.terms;

/** The certifications that the State's Office of Small Business and DVBE Services gives (practice 7.1). */
public enum CertificationType {
    /** Small business. */
    SB(true),
    /** Microbusiness, a kind of small business. Its fee is waived too: a reading of FEE-SB-WAIVER. */
    MB(true),
    /** Disabled veteran business enterprise. The guide's waiver does not name it, so alone it waives nothing. */
    DVBE(false),
    /** Nonprofit veteran service agency or other certified nonprofit. */
    NP(false);

    private final boolean waivesIncentiveFee;

    CertificationType(boolean waivesIncentiveFee) {
        this.waivesIncentiveFee = waivesIncentiveFee;
    }

    /** True when a contractor so certified on the date of the order owes no incentive fee (FEE-SB-WAIVER, Guide s6 p15). */
    public boolean waivesIncentiveFee() {
        return waivesIncentiveFee;
    }
}
