package org.opencmas.order.requestforoffer;

/** The twelve samples of best value criteria that the Guide lists (BV-CRITERIA-SAMPLES, Guide s5 p14). Samples only: an agency may add its own. */
public enum SampleCriterion {
    PRICE("Price"),
    OPERATIONAL_COST("Operational cost"),
    QUALITY("Quality or technical competency"),
    DELIVERY("Reliability of delivery and of the schedule"),
    WARRANTY("Warranties, guarantees and return policy"),
    FINANCIAL_STABILITY("Financial stability of the supplier"),
    SOLUTION("Quality of the business solution and of its approach"),
    EXPERIENCE("Experience in the industry and with the program"),
    PAST_PERFORMANCE("Past performance"),
    SIMILAR_EXPERTISE("Expertise with similar engagements"),
    METHODS("Proven methods and tools of development"),
    INNOVATION("Innovative use of technology and quality of the results");

    /** Where they stand. */
    public static final String SOURCE = "CMAS Local Government Agency Guide, August 2019, Section 5, page 14";

    private final String words;

    SampleCriterion(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
