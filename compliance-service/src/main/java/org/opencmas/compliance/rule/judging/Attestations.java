package org.opencmas.compliance.rule.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Citation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;

/**
 * The attestations that come with a document: which of them hold, and what each answers.
 *
 * <p>One answers only its rule, the lines and the document version it was made for. One that cannot hold at all is a finding of its own,
 * which blocks: its sender believes that it counts.
 */
final class Attestations {
    static final RuleText TEXT = RuleText.of(
                    "GEN-ATTESTATION",
                    1,
                    RuleKind.BLOCK,
                    "An attestation is a named person's word for something that is asked",
                    "It names a rule of the book, the person, and what was checked; it is dated from the document's own date through the"
                            + " day the document arrived, both included; lines and version it names exist.",
                    Citation.guide(1, 5, "Agency Responsibilities"))
            .read(
                    "The guide leaves purchasing decisions to the agency and asks persons to check much; it does not say how their word is"
                            + " kept. An attestation lifts only the rule, the lines and the document version it was made for; without lines it"
                            + " is for all of them, without a version for the one it came with. Some kinds end after a number of days."
                            + " One that its agency has withdrawn answers no later version of the order, which is stopped until it is left"
                            + " out; what was decided before stays, and shows what would have been decided without it.")
            .using(ParameterName.ATTESTATION_DAYS);

    private final Facts facts;
    private final Set<String> rules;

    Attestations(Facts facts, Set<String> rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** What is wrong with the attestations, or that nothing is. */
    List<Outcome> judged() {
        if (facts.attestations().isEmpty()) {
            return List.of(Outcome.notApplicable("Nobody attests to anything."));
        }
        return Outcomes.orPass(
                facts.attestations().stream().flatMap(one -> fault(one).stream()),
                Outcome.pass("Every attestation names a rule, a person and a day that fit."));
    }

    /** The attestations that together answer an open outcome of that rule; empty when they do not. */
    List<Attestation> answering(String ruleId, List<String> lineIds) {
        List<Attestation> forThis = ofRule(ruleId)
                .filter(one -> forThisVersion(one) && !isOver(one) && fault(one).isEmpty())
                .toList();
        Optional<Attestation> general =
                forThis.stream().filter(Attestation::forAllLines).findFirst();
        if (general.isPresent()) {
            return List.of(general.get());
        }
        List<String> asked = lineIds.isEmpty() ? facts.lineIds() : lineIds;
        Set<String> missing = new HashSet<>(asked);
        List<Attestation> answering = new ArrayList<>();
        for (Attestation one : forThis) {
            if (missing.removeAll(one.lines())) {
                answering.add(one);
            }
        }
        return missing.isEmpty() ? answering : List.of();
    }

    /** Says of the attestations to that rule, which do not answer an open outcome, what they were made for. */
    String madeForOther(String ruleId) {
        return ofRule(ruleId)
                .filter(one -> fault(one).isEmpty())
                .map(this::whyNot)
                .collect(Collectors.joining());
    }

    private String whyNot(Attestation one) {
        return isOver(one)
                ? " What %s attested on %s held through %s."
                        .formatted(
                                one.attestedBy(), one.attestedOn(), lastDay(one).orElseThrow())
                : " What %s attested on %s was made for %s only."
                        .formatted(one.attestedBy(), one.attestedOn(), scope(one));
    }

    /** Whether it ended before the document arrived. Receipts from before there was an end know no number of days. */
    private boolean isOver(Attestation one) {
        return lastDay(one).filter(last -> last.isBefore(facts.receivedOn())).isPresent();
    }

    private Optional<LocalDate> lastDay(Attestation one) {
        return AttestationKinds.asked(one.rule()).flatMap(kind -> kind.lastDay(one, facts));
    }

    private Stream<Attestation> ofRule(String ruleId) {
        return facts.attestations().stream().filter(one -> one.rule().equals(ruleId));
    }

    private static String scope(Attestation one) {
        String lines = one.forAllLines() ? "" : Phrases.lineIds(one.lines());
        String version = one.documentVersion() == null ? "" : "version " + one.documentVersion();
        return Stream.of(lines, version).filter(part -> !part.isEmpty()).collect(Collectors.joining(" of "));
    }

    /** A draft that is only checked has no version yet, so what was made for one was made for an earlier one. */
    private boolean forThisVersion(Attestation one) {
        return one.documentVersion() == null || one.documentVersion().equals(facts.documentVersion());
    }

    private Optional<Trouble> fault(Attestation one) {
        if (!rules.contains(one.rule())) {
            return Optional.of(fault(one, "An attestation by %s is to %s, which is no rule.", who(one), one.rule())
                    .remedy("Name the rule it answers, or leave it out."));
        }
        if (one.attestedBy().isBlank()) {
            return Optional.of(fault(one, "An attestation to %s names no person.", one.rule())
                    .remedy("Name the person who attests to %s.", one.rule()));
        }
        if (one.statement().isBlank()) {
            return Optional.of(fault(one, "The attestation by %s to %s says nothing.", who(one), one.rule())
                    .remedy("Say what %s has checked.", who(one)));
        }
        return withdrawn(one).or(() -> datedWrong(one)).or(() -> madeForNothing(one));
    }

    private static Optional<Trouble> withdrawn(Attestation one) {
        return Optional.ofNullable(one.withdrawal())
                .map(back -> fault(
                                one,
                                "The attestation by %s to %s of %s was withdrawn on %s by %s: %s",
                                who(one),
                                one.rule(),
                                one.attestedOn(),
                                back.withdrawnOn(),
                                back.withdrawnBy(),
                                back.reason())
                        .with("withdrawnOn", back.withdrawnOn())
                        .remedy("Leave it out, or have a person attest anew."));
    }

    private Optional<Trouble> datedWrong(Attestation one) {
        var notBefore = forThisVersion(one) ? facts.judgedAsOf() : facts.begunOn();
        if (one.attestedOn().isAfter(facts.receivedOn())) {
            return Optional.of(fault(
                            one,
                            "The attestation by %s to %s is dated %s, after the day on which it arrived, %s.",
                            who(one),
                            one.rule(),
                            one.attestedOn(),
                            facts.receivedOn())
                    .remedy("Date it on the day on which %s attested.", who(one)));
        }
        if (one.attestedOn().isBefore(notBefore)) {
            return Optional.of(fault(
                            one,
                            "The attestation by %s to %s is dated %s, before what it is about, which is dated %s.",
                            who(one),
                            one.rule(),
                            one.attestedOn(),
                            notBefore)
                    .remedy("Have %s attest to the document as it is.", who(one)));
        }
        return Optional.empty();
    }

    private Optional<Trouble> madeForNothing(Attestation one) {
        Integer judged = facts.documentVersion();
        Integer made = one.documentVersion();
        if (made != null && (made < 1 || judged != null && made > judged)) {
            return Optional.of(fault(
                            one,
                            "The attestation by %s to %s is for version %d, which does not exist.",
                            who(one),
                            one.rule(),
                            made)
                    .remedy("Name the version it was made for, or none for the one it comes with."));
        }
        List<String> unknown = one.lines().stream()
                .filter(line -> !facts.lineIds().contains(line))
                .toList();
        return forThisVersion(one) && !unknown.isEmpty()
                ? Optional.of(fault(
                                one,
                                "The attestation by %s to %s is for %s, which the document does not have.",
                                who(one),
                                one.rule(),
                                Phrases.lineIds(unknown))
                        .remedy("Name lines of the document, or none for all."))
                : Optional.empty();
    }

    private static Trouble fault(Attestation one, String message, Object... values) {
        return Outcome.fail(message, values)
                .with("rule", one.rule())
                .with("attestedBy", one.attestedBy())
                .with("attestedOn", one.attestedOn());
    }

    private static String who(Attestation one) {
        return one.attestedBy().isBlank() ? "nobody" : one.attestedBy();
    }
}
