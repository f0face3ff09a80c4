package org.opencmas.order.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * One thing that an amendment changes, by what it means.
 *
 * @param pointer to it in the amended order; to its place in the version in force for a line that falls away
 * @param lineId the line that it is about; null for the order as a whole
 * @param before what stands in the version in force, as JSON text; null where nothing does
 * @param after what would stand there; null where nothing would
 * @param worth by how much the pre-tax worth of the line, or the tax or freight, would change, US dollars; null where it would not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AmendmentChange")
public record SemanticChange(
        Kind kind,
        String pointer,
        @Nullable String lineId,
        @Nullable String before,
        @Nullable String after,
        @Nullable Usd worth) {

    /** What a change is about. */
    @Schema(name = "AmendmentChangeKind")
    public enum Kind {
        /** A price, tax or freight. */
        MONEY,
        /** How many. */
        QUANTITY,
        /** What is bought, under which agreement; lines that come or go. */
        SCOPE,
        /** When and where it is fulfilled and how it is paid. */
        TERM,
        /** What is recorded beside it: attestations, codings, how the agency came to it. */
        RECORD
    }
}
