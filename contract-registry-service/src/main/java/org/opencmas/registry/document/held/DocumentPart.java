package org.opencmas.registry.document.held;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a complete copy of a CMAS, in the guide's order (CON-COPY-COMPLETE, Guide s2 p7). */
@Schema(name = "DocumentPart")
public enum DocumentPart {
    /** Signature page, ordering instructions and special provisions, attachments and exhibits. */
    COVER_PAGES,
    TERMS_AND_CONDITIONS,
    /** Terms of the federal GSA schedule or of the other base contract. */
    BASE_CONTRACT_TERMS,
    /** Product and service listing with prices. */
    LISTING_AND_PRICES,
    /** One document for each supplement; none is needed as long as there is no supplement. */
    SUPPLEMENTS;

    /** As it is written in a file's name. */
    String slug() {
        return (ordinal() + 1) + "-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
