package org.opencmas.compliance.rule.judging;

import java.util.List;
import java.util.stream.Collectors;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.outcome.Verdict;

/** Makes a rule's outcome into a finding: whose it is, whether it blocks, who answered it, and whether the text is only read onto it. */
final class FindingMaker {
    private final Facts facts;
    private final Attestations attestations;

    FindingMaker(Facts facts, Attestations attestations) {
        this.facts = facts;
        this.attestations = attestations;
    }

    /** @param kind what breaking it does to this subject, which an agency may have set */
    Finding finding(RuleText text, RuleKind kind, Outcome judged) {
        boolean milder = kind == RuleKind.WARNING
                && (text.kind() != kind || text.latitude().severityByAgency());
        Outcome outcome = milder && judged instanceof Trouble trouble ? trouble.asWarning() : judged;
        boolean open = isOpenToAttestation(outcome.verdict());
        List<Attestation> answers = open ? attestations.answering(text.id(), outcome.lineIds()) : List.of();
        boolean answered = !answers.isEmpty();
        return new Finding(
                text.id(),
                text.version(),
                outcome.verdict(),
                kind == RuleKind.BLOCK && stops(outcome.verdict()) && !answered,
                outcome.message() + reading(text, outcome) + signed(text, open, answers),
                outcome.numbers(),
                text.citation(),
                outcome.lineIds(),
                answered ? null : outcome.remedy());
    }

    private String reading(RuleText text, Outcome outcome) {
        return outcome.verdict() == Verdict.NOT_APPLICABLE || text.days().include(facts.judgedAsOf())
                ? ""
                : " A reading: the edition cited binds %s, the document is of %s."
                        .formatted(text.days().inWords(), facts.judgedAsOf());
    }

    private String signed(RuleText text, boolean open, List<Attestation> answers) {
        if (!open) {
            return "";
        }
        return answers.isEmpty()
                ? attestations.madeForOther(text.id())
                : answers.stream().map(one -> " " + one.sentence()).collect(Collectors.joining());
    }

    private static boolean stops(Verdict verdict) {
        return verdict == Verdict.FAIL || isOpenToAttestation(verdict);
    }

    private static boolean isOpenToAttestation(Verdict verdict) {
        return verdict == Verdict.NEEDS_ATTESTATION || verdict == Verdict.UNDETERMINED;
    }
}
