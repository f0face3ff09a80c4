package org.opencmas.registry.agreement.store;

import java.time.LocalDate;
import org.opencmas.registry.agreement.terms.AgreementStatus;

/**
 * A status and since when.
 *
 * @param effectiveOn first day it counts for, inclusive; civil date in California, possibly in the future
 */
public record StatusSince(AgreementStatus status, LocalDate effectiveOn) {}
