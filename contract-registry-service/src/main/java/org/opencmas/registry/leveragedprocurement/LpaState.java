package org.opencmas.registry.leveragedprocurement;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One version of an agreement: the payload of {@code lpa.registered.v1} and {@code lpa.changed.v1}. All versions in their order are the
 * whole of it: that of a day is the one with the last {@code effectiveOn} not after it, of two the later version.
 *
 * @param effectiveOn first day it counts for
 * @param version counts the agreement's events from 1
 */
record LpaState(UUID lpaId, String number, LocalDate effectiveOn, LpaTerms terms, long version) {
    static LpaState of(Lpa agreement, LpaVersion version) {
        return new LpaState(
                agreement.id(), agreement.number(), version.effectiveOn(), version.terms(), version.version());
    }
}
