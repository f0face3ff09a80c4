package org.opencmas.registry.search.suggestion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What could be meant.
 *
 * @param field the parameter of the search to give the text for
 * @param text what to give for it
 * @param label what to show
 */
@Schema(name = "Suggestion")
record Suggestion(Field field, String text, String label) {
    /** What is suggested. */
    @Schema(name = "SuggestedField")
    enum Field {
        CONTRACTOR,
        CODE,
        DESCRIPTION
    }
}
