package org.opencmas.compliance.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named person's word for what no machine can judge or what is not known here.
 *
 * @param rule id of the one rule it answers
 * @param statement what the person says to have checked
 * @param attestedBy the person
 * @param attestedOn the day
 * @param evidence where the proof is kept; null when none is named
 * @param lineIds the lines it was made for; null or empty for all lines of the document version it was made for
 * @param documentVersion the version of the document it was made for; null for the one it came with
 * @param recordedBy who sent it, as the identity provider names the caller; null when that was not recorded
 * @param withdrawal that it was taken back before the document arrived; null when it was not
 */
public record Attestation(
        String rule,
        String statement,
        String attestedBy,
        LocalDate attestedOn,
        @Nullable String evidence,
        @Nullable List<String> lineIds,
        @Nullable Integer documentVersion,
        @Nullable String recordedBy,
        @Nullable Withdrawal withdrawal) {
    /** That its agency took it back. */
    public record Withdrawal(LocalDate withdrawnOn, String withdrawnBy, String reason) {}

    /** One that stands. */
    public Attestation(
            String rule,
            String statement,
            String attestedBy,
            LocalDate attestedOn,
            @Nullable String evidence,
            @Nullable List<String> lineIds,
            @Nullable Integer documentVersion,
            @Nullable String recordedBy) {
        this(rule, statement, attestedBy, attestedOn, evidence, lineIds, documentVersion, recordedBy, null);
    }

    /** One for all lines of the document it comes with. */
    public Attestation(
            String rule, String statement, String attestedBy, LocalDate attestedOn, @Nullable String evidence) {
        this(rule, statement, attestedBy, attestedOn, evidence, null, null, null);
    }

    /** The same, made on another day. */
    public Attestation madeOn(LocalDate day) {
        return new Attestation(
                rule, statement, attestedBy, day, evidence, lineIds, documentVersion, recordedBy, withdrawal);
    }

    /** The same, taken back. */
    public Attestation withdrawn(Withdrawal back) {
        return new Attestation(
                rule, statement, attestedBy, attestedOn, evidence, lineIds, documentVersion, recordedBy, back);
    }

    /** True when someone says something: a blank statement, or nobody's, or one that was taken back, answers nothing. */
    public boolean signed() {
        return !statement.isBlank() && !attestedBy.isBlank() && withdrawal == null;
    }

    public String sentence() {
        String recorded = recordedBy == null || recordedBy.equals(attestedBy) ? "" : ", recorded by " + recordedBy;
        return "Attested by %s on %s%s: %s".formatted(attestedBy, attestedOn, recorded, statement);
    }

    public boolean forAllLines() {
        return lineIds == null || lineIds.isEmpty();
    }

    public List<String> lines() {
        return lineIds == null ? List.of() : lineIds;
    }
}
