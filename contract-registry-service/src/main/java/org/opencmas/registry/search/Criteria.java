package org.opencmas.registry.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.ProcurementKind;

/**
 * What is looked for.
 *
 * @param contractor part of a present or former name (SRCH-NAME); null for any
 * @param description words for what is offered (SRCH-DESC); null for any
 * @param codes fragments of product codes: one of each inner list has to occur, for every inner list (SRCH-WITHIN)
 * @param certification held by the contractor and valid on {@code day} (SRCH-SBDVBE); null for any
 * @param openToLocal true for agreements local agencies may use, false for all others, null for any
 * @param day whose terms and price lists are searched
 * @param activeOnly whether the agreement must be active and in its term on {@code day}
 */
record Criteria(
        @Nullable String contractor,
        @Nullable String description,
        List<List<String>> codes,
        @Nullable ProcurementKind kind,
        @Nullable CertificationType certification,
        @Nullable Boolean openToLocal,
        LocalDate day,
        boolean activeOnly) {

    /** Where a page starts: behind this score and number. */
    record After(int score, String cmasNumber) {}

    Optional<String> contractorText() {
        return Optional.ofNullable(contractor);
    }

    Optional<String> descriptionText() {
        return Optional.ofNullable(description);
    }

    boolean narrowed() {
        return !codes.isEmpty() || kind != null || certification != null || openToLocal != null || activeOnly;
    }

    /** The same texts without any filter. */
    Criteria widened() {
        return new Criteria(contractor, description, List.of(), null, null, null, day, false);
    }
}
