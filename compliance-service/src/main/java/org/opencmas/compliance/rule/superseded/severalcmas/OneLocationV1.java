package org.opencmas.compliance.rule.superseded.severalcmas;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.severalcmas.SeveralCmas;

/**
 * MULTI-ONE-LOCATION: an order on several CMAS goes to exactly one contractor location.
 *
 * <p>Version 1. Whether the contractor has the location was not asked.
 */
public record OneLocationV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
            "MULTI-ONE-LOCATION",
            1,
            RuleKind.BLOCK,
            "An order on several CMAS goes to one contractor location",
            "The order names exactly one location of the contractor, and no line names another.",
            guide(3, 10, "Multiple Contracts - One Purchase Order Form"));

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<String> locations = locations(facts.order());
        return List.of(
                switch (locations.size()) {
                    case 0 ->
                        Outcome.undetermined("The order names no location of the contractor.")
                                .remedy("Name the one location the order goes to.");
                    case 1 -> Outcome.pass("The order goes to one location: %s.", locations.getFirst());
                    default ->
                        Outcome.fail("The order goes to %s locations: %s.", locations.size(), Phrases.all(locations))
                                .on(facts.order().lines(line -> line.orderToLocation() != null))
                                .remedy("Send all lines to one location, or place an order for each.");
                });
    }

    private static List<String> locations(Order order) {
        return Stream.concat(
                        Stream.ofNullable(order.orderToLocation()),
                        order.lines().stream().flatMap(line -> Stream.ofNullable(line.orderToLocation())))
                .map(location -> location.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
                .filter(location -> !location.isEmpty())
                .distinct()
                .toList();
    }
}
