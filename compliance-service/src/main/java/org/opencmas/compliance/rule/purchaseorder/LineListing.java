package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;

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
        NONE,
        /** News about its CMAS arrived here that could not be taken in, so what is known of the list may be out of date. */
        NEWS_WAITING
    }

    /** The same line while news about its CMAS is waiting: nothing of the list is relied on. */
    public LineListing newsWaiting() {
        return new LineListing(lineId, ListState.NEWS_WAITING, null, List.of());
    }

    public boolean complete() {
        return list == ListState.COMPLETE;
    }

    /** The item with exactly the line's item id; a matching spelling only proposes, it is never taken silently. */
    public Optional<PricedItem> exact(OrderLine line) {
        return candidates.stream()
                .filter(item -> item.itemId().equals(line.itemId()))
                .findFirst();
    }

    public Trouble unreliable(OrderLine line) {
        return Outcome.undetermined(
                        switch (list) {
                            case NONE -> "No price list of CMAS %s is known here for %s.";
                            case NEWS_WAITING ->
                                "News about CMAS %s could not be taken in here, so its price list for %s may be out of date.";
                            case INCOMPLETE, COMPLETE -> "The price list of CMAS %s for %s is not wholly here yet.";
                        },
                        line.cmas(),
                        line.pricedOn())
                .on(line)
                .remedy(
                        "Submit again when the registry has sent the price list, or attest to have checked line %s on it.",
                        line.lineId());
    }
}
