package org.opencmas.compliance.rule.agreement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.CopiesRead;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.AgreementCopy;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.CopyItem;
import org.opencmas.terms.CmasNumber;

/**
 * CON-COPY-OBTAINED: of every CMAS newly ordered from, a copy was read for all eight things, obtained on the day of the document at the
 * latest, and holds the newest supplement of that day.
 */
public record CopyObtained() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AgreementText.CON_COPY_OBTAINED;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return chosen(facts).isEmpty()
                ? Optional.of("The order chooses no CMAS that it does not cite already.")
                : Optional.empty();
    }

    /** A CMAS is chosen when it is first ordered from: a copy is not asked for anew with each amendment. */
    private static List<CmasNumber> chosen(OrderFacts facts) {
        Order before = facts.issuedBefore();
        return facts.order().cmasNumbers().stream()
                .filter(cmas -> before == null || !before.cmasNumbers().contains(cmas))
                .toList();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        CopiesRead copies = CopiesRead.of(facts.order());
        return Outcomes.orPass(
                chosen(facts).stream()
                        .flatMap(cmas -> copies.of(cmas, facts.judgedAsOf())
                                .map(copy -> judge(facts, copy))
                                .orElseGet(() -> Stream.of(none(facts, cmas)))),
                Outcome.pass("Of every CMAS ordered from, a copy of the day was read for all that it is needed for."));
    }

    private static Trouble none(OrderFacts facts, CmasNumber cmas) {
        return Outcome.needsAttestation("The order tells of no copy of CMAS %s that was read before choosing.", cmas)
                .on(facts.order().linesOf(cmas))
                .remedy("Tell it in procurement.agreementCopies, or attest that the copy was read.");
    }

    private static Stream<Trouble> judge(OrderFacts facts, AgreementCopy copy) {
        return Stream.of(late(facts, copy), unread(facts, copy), old(facts, copy))
                .flatMap(Optional::stream);
    }

    private static Optional<Trouble> late(OrderFacts facts, AgreementCopy copy) {
        LocalDate day = facts.judgedAsOf();
        return copy.obtainedOn().isAfter(day)
                ? Optional.of(Outcome.warn(
                                "The copy of CMAS %s was obtained on %s, after the document's day %s.",
                                copy.cmasNumber(), copy.obtainedOn(), day)
                        .with("obtainedOn", copy.obtainedOn())
                        .on(facts.order().linesOf(copy.cmasNumber()))
                        .remedy("Read the copy before choosing."))
                : Optional.empty();
    }

    private static Optional<Trouble> unread(OrderFacts facts, AgreementCopy copy) {
        Set<CopyItem> missing = EnumSet.allOf(CopyItem.class);
        copy.checked().forEach(missing::remove);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.needsAttestation(
                                "The copy of CMAS %s is not told to have been read for %s.",
                                copy.cmasNumber(), Phrases.all(missing))
                        .with("missing", missing.size())
                        .on(facts.order().linesOf(copy.cmasNumber()))
                        .remedy("Read it for that too, and tell it in checked, or attest to it."));
    }

    private static Optional<Trouble> old(OrderFacts facts, AgreementCopy copy) {
        CitedAgreement cited = facts.cited(copy.cmasNumber());
        @Nullable Agreement agreement = cited.agreement();
        if (agreement == null) {
            return Optional.of(cited.unknown().on(facts.order().linesOf(copy.cmasNumber())));
        }
        return agreement.supplementNumber() <= copy.supplementNumber()
                ? Optional.empty()
                : Optional.of(Outcome.warn(
                                "The copy of CMAS %s ends with supplement %d; supplement %d counts since %s.",
                                copy.cmasNumber(),
                                copy.supplementNumber(),
                                agreement.supplementNumber(),
                                agreement.effectiveOn())
                        .with("supplementRead", copy.supplementNumber())
                        .with("supplementInForce", agreement.supplementNumber())
                        .on(facts.order().linesOf(copy.cmasNumber()))
                        .remedy("Read supplement %d.", agreement.supplementNumber()));
    }
}
