package org.opencmas.registry.pricelist;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A price list on its way in.
 *
 * @param id of the list and of its import
 * @param supplementNumber the supplement it belongs to, 0 for the original
 * @param effectiveFrom first day its prices apply
 */
record PriceListDraft(UUID id, String cmasNumber, int supplementNumber, LocalDate effectiveFrom) {}
