package org.opencmas.compliance.exemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.tree.Determination;
import org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome;
import org.opencmas.compliance.exemption.tree.ExemptionFacts;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Attested;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.AttestedPoint;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.LpaSearch;
import org.opencmas.problem.Conflict;
import org.opencmas.terms.Identifier;

/**
 * A determination as it is kept (EXM-RECORD), with the decision on it where a reviewer made one. Neither is ever changed.
 *
 * @param agencyId the buying agency
 * @param decided null while nobody decided, and for ever where no exemption is required
 * @param withdrawals of attestations, in their order; they mark the determination and never change it
 */
record ExemptionRecord(
        UUID agencyId,
        UUID determinationId,
        ExemptionFacts facts,
        Determination determination,
        Asked asked,
        @Nullable Decided decided,
        List<Withdrawn> withdrawals) {

    /**
     * Who asked for the determination.
     *
     * @param subject of the token
     * @param name as a person knows it
     */
    record Asked(String subject, String name, Instant at) {}

    /** What a reviewer may decide. */
    enum ExemptionDecision {
        APPROVED,
        DENIED
    }

    /**
     * A reviewer's decision on the exemption.
     *
     * @param subject of the token
     * @param name as a person knows it
     * @param decidedOn the day of the decision in California
     * @param at when it was recorded here
     */
    record Decided(
            ExemptionDecision decision, String reason, LocalDate decidedOn, String subject, String name, Instant at) {}

    /**
     * An attestation that was taken back.
     *
     * @param withdrawnOn the day in California
     * @param subject of the token of the person who took it back
     * @param name as a person knows it
     * @param at when it was recorded here
     */
    record Withdrawn(
            AttestedPoint point, String reason, LocalDate withdrawnOn, String subject, String name, Instant at) {}

    /** 1 when it was made, one more with its decision and with each withdrawal. */
    long version() {
        return (decided == null ? 1 : 2) + withdrawals.size();
    }

    /**
     * Refuses a withdrawal of what nobody attested to hold, or of what was withdrawn already.
     *
     * @throws Conflict (409)
     */
    Attested requireWithdrawable(AttestedPoint point) {
        if (withdrawals.stream().anyMatch(each -> each.point() == point)) {
            throw new Conflict("attestation-withdrawn", "The attestation of " + point + " was withdrawn already.");
        }
        return facts.attestations().stream()
                .filter(each -> each.point() == point && each.holds())
                .findFirst()
                .orElseThrow(() -> new Conflict("not-attested", "Nobody attested to " + point + "."));
    }

    /**
     * Refuses a decision where there is nothing to decide, or by a person who has a part in the request.
     *
     * @throws Conflict (409) when no exemption is required, when one was decided already, and when the reviewer asked, searched or
     *     attested
     */
    void requireDecidableBy(String subject, String name) {
        if (determination.outcome() != ExemptionOutcome.EXEMPTION_REQUIRED) {
            throw new Conflict(
                    "no-exemption-required",
                    "The outcome is " + determination.outcome() + ": there is no exemption to decide on.");
        }
        if (decided != null) {
            throw new Conflict(
                    "exemption-decided",
                    decided.name() + " decided on " + decided.decidedOn() + ": " + decided.decision() + ".");
        }
        if (asked.subject().equals(subject) || hasPart(name) || hasPart(subject)) {
            throw new Conflict(
                    "second-person-needed",
                    "A person who asked, searched or attested has no part in the decision: another reviewer decides.");
        }
    }

    private boolean hasPart(String name) {
        String key = Identifier.keyOf(name);
        Stream<String> attesting = facts.attestations().stream().map(Attested::attestedBy);
        LpaSearch search = facts.search();
        Stream<String> searching = search == null ? Stream.empty() : Stream.of(search.searchedBy());
        return Stream.of(Stream.of(asked.name()), attesting, searching)
                .flatMap(each -> each)
                .map(Identifier::keyOf)
                .anyMatch(key::equals);
    }

    ExemptionRecord with(Decided decision) {
        return new ExemptionRecord(agencyId, determinationId, facts, determination, asked, decision, withdrawals);
    }

    ExemptionRecord with(Withdrawn withdrawal) {
        List<Withdrawn> more =
                Stream.concat(withdrawals.stream(), Stream.of(withdrawal)).toList();
        return new ExemptionRecord(agencyId, determinationId, facts, determination, asked, decided, more);
    }
}
