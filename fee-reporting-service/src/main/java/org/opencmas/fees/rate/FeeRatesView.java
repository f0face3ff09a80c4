package org.opencmas.fees.rate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.Proposed;

/** The rates that count, by order date, and all that were ever proposed. */
record FeeRatesView(List<FeeRateView> items, List<ProposedRateView> proposed) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeeRateView(
            LocalDate firstOrderDate,
            @Nullable LocalDate lastOrderDate,
            Rate rate,
            String percent,
            String source,
            Confidence confidence) {}

    static FeeRatesView of(FeeRates rates, List<Proposed<FeeRate>> proposed) {
        List<FeeRate> all = rates.all();
        return new FeeRatesView(
                IntStream.range(0, all.size())
                        .mapToObj(i -> view(
                                all.get(i),
                                i + 1 < all.size()
                                        ? all.get(i + 1).firstOrderDate().minusDays(1)
                                        : null))
                        .toList(),
                proposed.stream().map(ProposedRateView::of).toList());
    }

    private static FeeRateView view(FeeRate rate, @Nullable LocalDate lastOrderDate) {
        return new FeeRateView(
                rate.firstOrderDate(),
                lastOrderDate,
                rate.rate(),
                rate.rate().percent(),
                rate.source(),
                rate.confidence());
    }
}
