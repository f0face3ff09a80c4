package org.opencmas.order.purchaseorder.plausibility;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something in an order that is hardly meant.
 *
 * @param pointer to it in the order's document
 * @param message what is odd about it, with the figures
 */
@Schema(name = "OrderDoubt")
public record Doubt(Kind kind, String pointer, String message) {

    /** What may have happened. */
    @Schema(name = "OrderDoubtKind")
    public enum Kind {
        /** Ten digits as of a telephone number. */
        TELEPHONE_AS_AMOUNT(true),
        /** Five digits as of a ZIP code of California. */
        ZIP_AS_AMOUNT(false),
        /** The digits of the order's number, an agreement's number or an item's code. */
        CODE_AS_AMOUNT(true),
        /** Ten, a hundred or a thousand times an earlier price of the same item, or that part of it. */
        SHIFTED_DECIMAL(false),
        QUANTITY_AND_PRICE_SWAPPED(false),
        /** More than five times an earlier price of the same item, or less than a fifth. */
        UNUSUAL_PRICE(false),
        /** Tax of more than 15% of what is bought. */
        TAX_TOO_HIGH(false),
        /** Freight of more than all that is bought. */
        FREIGHT_TOO_HIGH(false),
        /** More than twenty times the agency's highest order so far. */
        UNUSUAL_TOTAL(false),
        /** Above the agency's own order limit. */
        ABOVE_OWN_LIMIT(false),
        /** More, or at a higher price, than the offer that was determined to be best value. */
        BEYOND_DETERMINED_OFFER(true),
        /** Less of a line than was accepted of it. */
        BELOW_ACCEPTED(true),
        /** The same contractor and lines as another order of these days. */
        DUPLICATE(false);

        private final boolean isPlain;

        Kind(boolean isPlain) {
            this.isPlain = isPlain;
        }

        /** Whether the order itself shows it, without any history. */
        public boolean isPlain() {
            return isPlain;
        }
    }
}
