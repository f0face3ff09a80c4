package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

/** Which lines are public works, and what is told of them. */
final class PublicWorksLines {
    private PublicWorksLines() {}

    static List<OrderLine> of(OrderFacts facts) {
        return facts.order().lines(OrderLine::publicWorks);
    }

    static Optional<String> whyNot(OrderFacts facts) {
        return of(facts).isEmpty() ? Optional.of("No line is public works.") : Optional.empty();
    }

    /** What the order tells in a list; nothing where it tells nothing. */
    static <T> List<T> told(OrderFacts facts, Function<PublicWorks, @Nullable List<T>> list) {
        return facts.order().told().publicWorks().map(list).orElse(List.of());
    }
}
