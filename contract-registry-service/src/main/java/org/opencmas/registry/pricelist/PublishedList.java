package org.opencmas.registry.pricelist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A price list that is published, and how it came in.
 *
 * @param effectiveFrom first day its prices apply
 * @param sha256 over its lines, see {@link LinesHash}
 */
public record PublishedList(
        UUID id,
        String cmasNumber,
        int supplementNumber,
        LocalDate effectiveFrom,
        int lineCount,
        int partCount,
        String sha256,
        Instant publishedAt) {}
