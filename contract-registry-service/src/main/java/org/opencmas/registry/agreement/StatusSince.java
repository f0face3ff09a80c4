package org.opencmas.registry.agreement;

import java.time.LocalDate;

/**
 * A status and since when.
 *
 * @param effectiveOn first day it counts for, inclusive; civil date in California, possibly in the future
 */
public record StatusSince(AgreementStatus status, LocalDate effectiveOn) {}
