package org.opencmas.compliance.rule;

/**
 * Where a requirement is written.
 *
 * @param document title and edition
 * @param section section of the document, such as "Section 10"
 * @param page page number as printed
 * @param heading heading above the sentence
 */
public record Citation(String document, String section, int page, String heading) {
    private static final String GUIDE = "CMAS Local Government Agency Guide, August 2019";

    public static Citation guide(int section, int page, String heading) {
        return new Citation(GUIDE, "Section " + section, page, heading);
    }
}
