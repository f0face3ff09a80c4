package org.opencmas.registry.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.ProcurementKind;

/**
 * An agreement that was found, under the terms of the day that was searched.
 *
 * @param status on that day, by what is recorded now
 * @param active whether orders could be issued under it on that day: its status is active and the day in its term
 * @param termEnd last day on which orders can be issued, inclusive
 * @param matches why it was found, strongest first; empty when no text was given
 * @param items up to three price lines that match best
 * @param agreement where its details are (SRCH-DETAIL)
 */
record FoundAgreement(
        String cmasNumber,
        ProcurementKind kind,
        UUID contractorId,
        String contractorName,
        String status,
        boolean active,
        int supplementNumber,
        LocalDate termStart,
        LocalDate termEnd,
        String forUseBy,
        boolean nspProvision,
        @Nullable Boolean acceptsCalCard,
        List<String> productCodes,
        List<Match> matches,
        List<Item> items,
        String agreement,
        int score) {

    /** A price line that matches. */
    @Schema(name = "FoundItem")
    record Item(String itemId, String description) {}
}
