package org.opencmas.compliance.rule.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.ParameterName;

/**
 * Something that a named person can attest to on an order.
 *
 * @param kind its public name, never used for another
 * @param rules the rules it answers; an attestation names one of them
 * @param statement what the person says, in plain words
 * @param signedBy who may say so
 * @param evidence what is to be kept as proof
 * @param ends true when it holds for the days of {@link ParameterName#ATTESTATION_DAYS} after it was made, the last included; false when it
 *     holds for the version it was made for without end
 * @param reusable true when the agency may give it once for all its orders; false when each order needs its own
 */
public record AttestationKind(
        String kind,
        List<String> rules,
        String statement,
        String signedBy,
        String evidence,
        boolean ends,
        boolean reusable) {

    /** The last day on which an attestation of this kind answers a document that arrives; empty when it does not end. */
    Optional<LocalDate> lastDay(Attestation made, Facts facts) {
        return ends
                ? facts.parameter(ParameterName.ATTESTATION_DAYS)
                        .map(days -> made.attestedOn().plusDays(days.longValueExact()))
                : Optional.empty();
    }
}
