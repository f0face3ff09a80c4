package org.opencmas.compliance.ordercheck.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the price list in force on a line's price date says about the line.
 *
 * @param list whether that list is wholly here
 * @param effectiveFrom first day of that list; null when there is none
 * @param candidates its items that match the line by item id or description, spelling put aside; empty when none does
 */
public record LineListing(
        String lineId, ListState list, @Nullable LocalDate effectiveFrom, List<PricedItem> candidates) {
    /** Whether a price list can be relied on. */
    public enum ListState {
        /** Every line arrived and the hash is right. */
        COMPLETE,
        /** Published, but not wholly here. */
        INCOMPLETE,
        /** None is known to be in force on that day. */
        NONE
    }

    boolean complete() {
        return list == ListState.COMPLETE;
    }

    /** The item with exactly the line's item id; a matching spelling only proposes, it is never taken silently. */
    Optional<PricedItem> exact(OrderLine line) {
        return candidates.stream()
                .filter(item -> item.itemId().equals(line.itemId()))
                .findFirst();
    }

    Outcome unreliable(OrderLine line) {
        return Outcome.undetermined(
                        list == ListState.NONE
                                ? "No price list of CMAS %s is known here for %s."
                                : "The price list of CMAS %s for %s is not wholly here yet.",
                        line.cmas(),
                        line.pricedOn())
                .on(line)
                .remedy(
                        "Submit again when the registry has sent the price list, or attest to have checked line %s on it.",
                        line.lineId());
    }
}
