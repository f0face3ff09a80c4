package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor.Location;

/** MULTI-ONE-LOCATION: an order on several CMAS goes to exactly one contractor location, one that the contractor has. */
public record OneLocation() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_ONE_LOCATION;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<String> written = written(facts.order());
        if (written.isEmpty()) {
            return List.of(Outcome.undetermined("The order names no location of the contractor.")
                    .remedy("Name the one location the order goes to."));
        }
        List<Location> known = Optional.ofNullable(facts.contractor())
                .map(Contractor::locations)
                .orElse(List.of());
        List<String> places =
                written.stream().map(text -> place(text, known)).distinct().toList();
        if (places.size() > 1) {
            return List.of(Outcome.fail("The order goes to %d locations: %s.", places.size(), Phrases.all(places))
                    .on(facts.order().lines(line -> line.orderToLocation() != null))
                    .remedy("Send all lines to one location, or place an order for each."));
        }
        return List.of(oneOf(known, written.getFirst()));
    }

    private static Outcome oneOf(List<Location> known, String written) {
        if (known.isEmpty()) {
            return Outcome.undetermined(
                            "The order goes to one location, %s, but no location of the contractor is recorded here.",
                            written)
                    .remedy("Have the contractor's locations recorded, or attest that this is one of them.");
        }
        return known.stream().anyMatch(location -> tells(written, location))
                ? Outcome.pass("The order goes to one location: %s.", place(written, known))
                : Outcome.needsAttestation("%s is none of the locations that the contractor's record has.", written)
                        .remedy(
                                "Write %s, or attest that the location is one of them.",
                                Phrases.either(
                                        known.stream().map(Location::name).toList()));
    }

    /** One name for each place, so that its name and its address are not two locations. */
    private static String place(String written, List<Location> known) {
        return known.stream()
                .filter(location -> tells(written, location))
                .map(Location::name)
                .findFirst()
                .orElse(written);
    }

    private static boolean tells(String written, Location location) {
        String text = folded(written);
        return text.equals(folded(location.name()))
                || !folded(location.street()).isEmpty()
                        && hasWords(text, folded(location.street()))
                        && hasWords(text, folded(location.city()));
    }

    /** Whole words, since 211 Main Street is not 1 Main Street. */
    private static boolean hasWords(String text, String words) {
        return (" " + text + " ").contains(" " + words + " ");
    }

    private static List<String> written(Order order) {
        return Stream.concat(
                        Stream.ofNullable(order.orderToLocation()),
                        order.lines().stream().flatMap(line -> Stream.ofNullable(line.orderToLocation())))
                .map(location -> location.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
                .filter(location -> !location.isEmpty())
                .distinct()
                .toList();
    }

    private static String folded(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toUpperCase(Locale.ROOT);
    }
}
