package org.opencmas.order.oversight;

import java.time.Instant;
import java.util.UUID;

/**
 * How often one person of one agency passed over one rule.
 *
 * @param subjects on how many orders and requests for offer
 */
public record OverrideCount(
        String decidedBy, UUID agencyId, String rule, long times, long subjects, Instant first, Instant last) {}
