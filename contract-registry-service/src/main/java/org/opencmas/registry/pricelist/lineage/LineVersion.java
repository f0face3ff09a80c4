package org.opencmas.registry.pricelist.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.row.PriceLine;

/**
 * A line as one list of its agreement has it.
 *
 * @param supplementNumber the supplement the list belongs to, 0 for the original
 * @param effectiveFrom first day of the list
 * @param line null when the list does not have it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceLineVersion")
record LineVersion(
        UUID priceListId,
        int supplementNumber,
        LocalDate effectiveFrom,
        @Nullable PriceLine line) {}
