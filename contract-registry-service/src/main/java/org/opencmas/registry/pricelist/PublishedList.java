package org.opencmas.registry.pricelist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A price list that is published, and how it came in.
 *
 * @param effectiveFrom first day its prices apply
 * @param sha256 over its lines, see {@link LinesHash}
 * @param fileSha256 over the bytes of the file it came from
 */
record PublishedList(
        UUID id,
        String cmasNumber,
        int supplementNumber,
        LocalDate effectiveFrom,
        int lineCount,
        int partCount,
        String sha256,
        String fileSha256,
        long fileBytes,
        Instant publishedAt) {}
