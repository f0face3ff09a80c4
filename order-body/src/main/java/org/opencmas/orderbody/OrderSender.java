package org.opencmas.orderbody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the body of an order, and when: what decides whether an agency, a person or a day in it can be right.
 *
 * @param agencyId the agency that the sender acts for; null for one that acts for none and must name the agency
 * @param name the sender as a person would call it; an attestation that names nobody is the sender's own
 * @param today the day on which the body is sent, in California; an order, a check or a statement of a later day cannot have
 *     happened
 */
public record OrderSender(@Nullable UUID agencyId, String name, LocalDate today) {
    private static final UUID ANY_AGENCY = new UUID(0, 0);

    /** Nobody in particular: what is wrong with a body whoever sends it. */
    static OrderSender anybody(LocalDate today) {
        return new OrderSender(ANY_AGENCY, "anybody", today);
    }

    boolean isAnybody() {
        return ANY_AGENCY.equals(agencyId);
    }
}
