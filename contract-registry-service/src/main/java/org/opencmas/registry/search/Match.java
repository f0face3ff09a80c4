package org.opencmas.registry.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why an agreement was found.
 *
 * @param count how often: price lines for item matches, else 1
 */
@Schema(name = "SearchMatch")
record Match(Kind by, int count) {
    /** What the text was found in. */
    @Schema(name = "SearchMatchKind")
    enum Kind {
        CONTRACTOR_NAME,
        FORMER_NAME,
        /** A name that is spelled alike. */
        SIMILAR_NAME,
        /** A product code or its title. */
        CODE,
        /** The text is the id of an item, letter case apart. */
        ITEM_ID,
        /** Price lines that hold the words, in any grammatical form. */
        ITEM_WORDS,
        /** Price lines that hold something spelled alike. */
        SIMILAR_ITEM
    }
}
