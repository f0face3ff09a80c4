package org.opencmas.fees.ledger;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be posted so that the ledger says what the order is worth: in each dimension what it is worth now less what was
 * posted before. Nothing when both agree, so an event handled twice posts nothing.
 *
 * @param amount signed, never zero
 */
public record Difference(Dimension dimension, Amount amount) {
    public static List<Difference> between(Map<Dimension, Amount> posted, Map<Dimension, Amount> worth) {
        Set<Dimension> dimensions = new LinkedHashSet<>(posted.keySet());
        dimensions.addAll(worth.keySet());
        return dimensions.stream()
                .map(dimension -> new Difference(
                        dimension,
                        worth.getOrDefault(dimension, Amount.ZERO).minus(posted.getOrDefault(dimension, Amount.ZERO))))
                .filter(difference -> !difference.amount.isZero())
                .sorted(Comparator.comparingInt((Difference difference) -> difference.dimension.documentVersion())
                        .thenComparing(difference -> difference.dimension.cause())
                        .thenComparing(difference -> difference.dimension.treatment()))
                .toList();
    }
}
