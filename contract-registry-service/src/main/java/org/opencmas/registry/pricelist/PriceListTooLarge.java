package org.opencmas.registry.pricelist;

import java.util.Map;
import org.opencmas.problem.Refusal;

/** The file is larger than a price list may be; nothing of it was stored. */
final class PriceListTooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    private final long limit;

    PriceListTooLarge(long limit) {
        super("The file is larger than " + limit + " bytes. Split it over supplements.");
        this.limit = limit;
    }

    @Override
    public String slug() {
        return "price-list-too-large";
    }

    @Override
    public int status() {
        return 413;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("limitBytes", limit);
    }
}
