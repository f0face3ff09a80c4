package org.opencmas.registry.agreement.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.agreement.terms.TermsFields;

/**
 * The terms of a day as the fold of all supplements that had taken effect by then and were known at an instant: the original first, then each
 * by its first day, the higher number deciding between two of one day. A field comes from the supplement that gave it its value last.
 */
public final class TermsFold {
    private static final Comparator<Supplement> IN_ORDER_OF_EFFECT =
            Comparator.comparing(Supplement::effectiveOn).thenComparing(Supplement::number);

    private final List<Supplement> applied;

    private TermsFold(List<Supplement> applied) {
        this.applied = applied;
    }

    /**
     * Where a field's value comes from.
     *
     * @param field its name in an agreement's answer
     * @param supplementNumber the supplement that gave it this value last; 0 is the original
     * @param effectiveOn since when it has the value without a break
     */
    public record FieldSource(
            String field, @Nullable Object value, int supplementNumber, LocalDate effectiveOn, Instant recordedAt) {}

    /**
     * @param all original and supplements in any order
     * @param knownAt only what was recorded by then; null for all
     */
    public static TermsFold of(List<Supplement> all, LocalDate asOf, @Nullable Instant knownAt) {
        return new TermsFold(all.stream()
                .filter(each -> !each.effectiveOn().isAfter(asOf))
                .filter(each -> knownAt == null || !each.recordedAt().isAfter(knownAt))
                .sorted(IN_ORDER_OF_EFFECT)
                .toList());
    }

    /** The supplement whose terms are in force; empty when nothing had taken effect. */
    public Optional<Supplement> inForce() {
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.getLast());
    }

    /** Each field of the terms in force with its source; empty when nothing had taken effect. */
    public List<FieldSource> sources() {
        Map<String, FieldSource> sources = new LinkedHashMap<>();
        for (Supplement supplement : applied) {
            TermsFields.of(supplement.terms()).forEach((field, value) -> {
                FieldSource before = sources.get(field);
                if (before == null || !Objects.equals(before.value(), value)) {
                    sources.put(
                            field,
                            new FieldSource(
                                    field,
                                    value,
                                    supplement.number(),
                                    supplement.effectiveOn(),
                                    supplement.recordedAt()));
                }
            });
        }
        return new ArrayList<>(sources.values());
    }
}
