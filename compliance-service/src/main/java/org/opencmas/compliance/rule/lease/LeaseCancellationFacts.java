package org.opencmas.compliance.rule.lease;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.AgencyClass;

/**
 * A lease that is to be ended early.
 *
 * @param noticedOn the date on the notice that ends it
 * @param receivedOn the day it was sent here to be checked
 * @param ground why it is ended
 * @param reason the reason for convenience; null when none is given
 * @param stillFunded whether the organization is still funded; null when it is not said
 * @param evidence where the proof is kept; null when none is named
 * @param attestations of named persons
 */
public record LeaseCancellationFacts(
        LocalDate noticedOn,
        LocalDate receivedOn,
        Ground ground,
        @Nullable Reason reason,
        @Nullable Boolean stillFunded,
        @Nullable String evidence,
        List<Attestation> attestations)
        implements Facts {
    /** Why a lease is ended early. */
    public enum Ground {
        LACK_OF_FUNDS,
        CONVENIENCE,
        OTHER
    }

    /** Why it is convenient to end it. */
    public enum Reason {
        /** Nobody needs the equipment any more. */
        NOT_REQUIRED,
        /** Something newer, different or better is wanted. */
        REPLACEMENT_WANTED,
        OTHER
    }

    @Override
    public LocalDate judgedAsOf() {
        return noticedOn;
    }

    /** Nothing asked of a cancellation depends on whose it is. */
    @Override
    public Optional<AgencyClass> agencyClass() {
        return Optional.empty();
    }

    @Override
    public Trouble unknownAgency() {
        return Outcome.undetermined("The cancellation names no agency.").remedy("Name the agency that cancels.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
