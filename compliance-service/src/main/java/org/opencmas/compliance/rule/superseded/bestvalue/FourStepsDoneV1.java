package org.opencmas.compliance.rule.superseded.bestvalue;

import static org.opencmas.compliance.rule.Citation.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.BestValueStep;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Step;
import org.opencmas.terms.AgencyClass;

/**
 * BV-MIN-STEPS: all four steps are done by the day of the order, that day included, the requirements no later than the comparison; with one
 * offer the comparison names its evidence.
 *
 * <p>Version 1. A local agency that had set nothing was stopped when it told three of the steps and not when it told none.
 */
public record FourStepsDoneV1() implements Rule<OrderFacts> {

    private static final RuleText TEXT = RuleText.of(
                    "BV-MIN-STEPS",
                    1,
                    RuleKind.BLOCK,
                    "The four least steps of the best value determination are done before the order is issued",
                    "The agency (1) defines its requirements, (2) obtains a copy of the CMAS, (3) reviews the CMAS against requirements and"
                            + " offer, (4) compares the offers of all who answered. All four are needed; the first comes no later than the"
                            + " fourth.",
                    guide(5, 14, "Determining Best Value"))
            .read(
                    "With one offer, step 4 is a comparison with the prices of the CMAS, and its evidence is named. A local agency may let"
                            + " a named person go on with a reason, as an attestation. A local order that tells nothing of the steps is asked"
                            + " about and not stopped, unless the agency wants it stopped; a State order is. Asked of the original order.")
            .withSeverityByAgency()
            .mayBeOverridden();

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().amended()
                ? Optional.of("Asked of the original order: an amendment determines no best value anew.")
                : Optional.empty();
    }

    /** A local agency says whether it stops the order; while it says nothing, only a determination that is told and not whole does. */
    @Override
    public RuleKind kind(OrderFacts facts) {
        Agency agency = facts.agency();
        if (agency == null || agency.type().agencyClass() == AgencyClass.STATE) {
            return RuleKind.BLOCK;
        }
        Agency.Severity own = agency.own().bestValueAction();
        if (own != null) {
            return own == Agency.Severity.BLOCK ? RuleKind.BLOCK : RuleKind.WARNING;
        }
        return told(facts).isPresent() ? RuleKind.BLOCK : RuleKind.WARNING;
    }

    private static Optional<List<BestValueStep>> told(OrderFacts facts) {
        return facts.order().procurement().map(Procurement::bestValueSteps);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        if (facts.agency() == null) {
            return List.of(facts.unknownAgency());
        }
        boolean isState = facts.agency().type().agencyClass() == AgencyClass.STATE;
        return told(facts).map(steps -> judge(facts, steps, isState)).orElseGet(() -> List.of(untold(isState)));
    }

    private static Trouble untold(boolean isState) {
        String message = "The order tells nothing of the steps of its best value determination.";
        Trouble asked = isState ? Outcome.undetermined(message) : Outcome.needsAttestation(message);
        return asked.remedy("Tell the four steps in procurement.bestValueSteps, or attest to them.");
    }

    private static List<Outcome> judge(OrderFacts facts, List<BestValueStep> told, boolean isState) {
        LocalDate day = facts.judgedAsOf();
        List<BestValueStep> done =
                told.stream().filter(step -> !step.doneOn().isAfter(day)).toList();
        Set<Step> missing = EnumSet.allOf(Step.class);
        done.forEach(step -> missing.remove(step.step()));
        List<Trouble> troubles = new ArrayList<>();
        if (!missing.isEmpty()) {
            troubles.add(trouble(isState, "By %s these steps are not done: %s.".formatted(day, Phrases.all(missing)))
                    .with("missing", missing.size())
                    .remedy("Do them before the order is issued, and tell when and by whom."));
        }
        Optional<LocalDate> first = firstDay(done, Step.REQUIREMENTS);
        Optional<LocalDate> compared = lastDay(done);
        if (first.isPresent() && compared.isPresent() && compared.get().isBefore(first.get())) {
            troubles.add(trouble(
                            isState,
                            "Offers were compared on %s, before the requirements of %s."
                                    .formatted(compared.get(), first.get()))
                    .with("requirementsOn", first.get())
                    .with("comparedOn", compared.get())
                    .remedy("Compare the offers with the requirements as they are."));
        }
        if (isSingleOffer(facts) && compared.isPresent() && !hasEvidence(done)) {
            troubles.add(
                    trouble(isState, "One offer came, and no evidence is named of its comparison with the CMAS prices.")
                            .remedy("Name the evidence of the comparison."));
        }
        return Outcomes.orPass(troubles.stream(), Outcome.pass("The four least steps were done by %s.", day));
    }

    /** A named person of a local agency may go on with a reason; nobody of a State agency may. */
    private static Trouble trouble(boolean isState, String message) {
        return isState ? Outcome.fail("%s", message) : Outcome.needsAttestation("%s", message);
    }

    private static Optional<LocalDate> firstDay(List<BestValueStep> done, Step wanted) {
        return done.stream()
                .filter(step -> step.step() == wanted)
                .map(BestValueStep::doneOn)
                .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> lastDay(List<BestValueStep> done) {
        return done.stream()
                .filter(step -> step.step() == Step.COMPARISON)
                .map(BestValueStep::doneOn)
                .max(Comparator.naturalOrder());
    }

    private static boolean isSingleOffer(OrderFacts facts) {
        return ContractorsAsked.of(facts.order()).stream()
                .anyMatch(asked -> asked.offers().size() == 1);
    }

    private static boolean hasEvidence(List<BestValueStep> done) {
        return done.stream().anyMatch(step -> step.step() == Step.COMPARISON && step.evidence() != null);
    }
}
