package org.opencmas.order.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An agreement as the registry told of it.
 *
 * @param versions every state that it had, the oldest event first; never empty
 * @param formerNames legal names that its contractor had before the one it has now
 */
public record KnownAgreement(String cmasNumber, List<Version> versions, Set<String> formerNames) {
    public KnownAgreement {
        versions = List.copyOf(versions);
        formerNames = Set.copyOf(formerNames);
    }

    /**
     * One state of it.
     *
     * @param effectiveOn first day on which these terms apply, inclusive
     * @param contractorName as printed on the agreement
     * @param document the whole state as it was told
     */
    public record Version(
            LocalDate effectiveOn, int supplementNumber, UUID contractorId, String contractorName, JsonNode document) {}

    /** The state whose terms applied on that day: the latest that began until then, told last; before the first one the first. */
    public Version on(LocalDate day) {
        Optional<Version> begun = versions.stream()
                .filter(version -> !version.effectiveOn().isAfter(day))
                .reduce((one, other) -> other.effectiveOn().isBefore(one.effectiveOn()) ? one : other);
        return begun.orElseGet(versions::getFirst);
    }

    /**
     * The names of its contractor that count on that day: what was printed on the agreement until then, and former legal names. A new legal
     * name counts from the day on which the agreement prints it (Guide s6 p15).
     */
    public Set<String> namesUntil(LocalDate day) {
        Set<String> names = new HashSet<>(formerNames);
        names.add(on(day).contractorName());
        versions.stream()
                .filter(version -> !version.effectiveOn().isAfter(day))
                .forEach(version -> names.add(version.contractorName()));
        return names;
    }
}
