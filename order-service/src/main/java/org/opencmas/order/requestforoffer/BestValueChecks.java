package org.opencmas.order.requestforoffer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.requestforoffer.BestValueStep.ComparedOffer;
import org.opencmas.order.requestforoffer.BestValueStep.Kind;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.ProgramCalendar;

/** What a comparison and a determination must have (BV-MIN-STEPS, BV-COMPARE-ALL, Guide s5 p14). */
final class BestValueChecks {
    private BestValueChecks() {}

    /** @throws RefusedByRule (422) naming every offer that is left out or does not belong */
    static void requireWholeComparison(RequestForOffer request, BestValueStep comparison) {
        List<ComparedOffer> compared = comparison.comparedOffers() == null ? List.of() : comparison.comparedOffers();
        List<UUID> responsive =
                request.responsiveOffers().stream().map(Offer::offerId).toList();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            if (!responsive.contains(compared.get(i).offerId())) {
                faults.add(new Fault(
                        "/comparedOffers/" + i + "/offerId",
                        "is no offer of this request that came in time and whole"));
            }
        }
        if (responsive.isEmpty()) {
            faults.add(new Fault("/step", "no offer has come that could be compared"));
        }
        List<UUID> missing = missing(request, comparison);
        if (!faults.isEmpty() || !missing.isEmpty()) {
            throw incomplete(missing, faults);
        }
        Optional<LocalDate> requirements = firstDay(request, Kind.REQUIREMENTS);
        if (requirements.isPresent() && comparison.doneOn().isBefore(requirements.get())) {
            throw new RefusedByRule(
                    "compared-before-requirements",
                    "Offers are compared with the requirements, which are of " + requirements.get()
                            + " (Guide s5 p14).",
                    List.of(new Fault("/doneOn", comparison.doneOn() + " is before " + requirements.get())),
                    Map.of("rule", "BV-MIN-STEPS"));
        }
        requireAfterEveryOffer(request, comparison);
        if (responsive.size() == 1 && comparison.evidence() == null) {
            throw new RefusedByRule(
                    "single-offer-without-evidence",
                    "With one offer the step is its documented comparison with the prices of the agreement (Guide s5 p14).",
                    List.of(new Fault("/evidence", "is missing")),
                    Map.of("rule", "BV-MIN-STEPS"));
        }
    }

    /** Nobody compares what has not come yet. */
    private static void requireAfterEveryOffer(RequestForOffer request, BestValueStep comparison) {
        Optional<LocalDate> last = request.responsiveOffers().stream()
                .map(offer -> ProgramCalendar.dateOf(offer.arrival().receivedAt()))
                .max(Comparator.naturalOrder());
        if (last.isPresent() && comparison.doneOn().isBefore(last.get())) {
            throw new RefusedByRule(
                    "compared-before-offers",
                    "The comparison covers every offer; the last of them came on " + last.get() + " (Guide s5 p14).",
                    List.of(new Fault("/doneOn", comparison.doneOn() + " is before " + last.get())),
                    Map.of("rule", "BV-COMPARE-ALL"));
        }
    }

    /**
     * Whoever may go on without a step may not choose among offers that nobody compared: where there are several, all are
     * (BV-COMPARE-ALL).
     *
     * @throws RefusedByRule (422) when the last comparison leaves out a responsive offer, or several were never compared
     */
    static void requireAllCompared(RequestForOffer request) {
        List<UUID> responsive =
                request.responsiveOffers().stream().map(Offer::offerId).toList();
        List<UUID> missing = lastComparison(request)
                .map(last -> missing(request, last))
                .orElse(responsive.size() > 1 ? responsive : List.of());
        if (!missing.isEmpty()) {
            throw incomplete(missing, List.of());
        }
    }

    static void require(RequestForOffer request, Determination made, OwnRules rules) {
        boolean isResponsive = request.responsiveOffers().stream()
                .anyMatch(offer -> offer.offerId().equals(made.offerId()));
        if (!isResponsive) {
            throw new RefusedByRule(
                    "no-responsive-offer",
                    "Best value is one of the offers that came in time and whole.",
                    List.of(new Fault("/offerId", "is no offer of this request that came in time and whole")),
                    Map.of("rule", "BV-COMPARE-ALL"));
        }
        List<String> missing = missingSteps(request);
        if (!missing.isEmpty() && rules.stepsAreEnforced() && made.stepsOverride() == null) {
            throw new RefusedByRule(
                    "best-value-steps-missing",
                    "The least steps of a best value determination are not all done: " + String.join("; ", missing)
                            + " (Guide s5 p14).",
                    List.of(),
                    Map.of("rule", "BV-MIN-STEPS", "missing", missing));
        }
        requireAllCompared(request);
    }

    /** What is missing of the four steps, in words. */
    static List<String> missingSteps(RequestForOffer request) {
        List<String> missing = new ArrayList<>();
        Arrays.stream(Kind.values())
                .filter(kind -> request.steps().stream().noneMatch(step -> step.step() == kind))
                .map(Kind::name)
                .forEach(missing::add);
        Optional<LocalDate> requirements = firstDay(request, Kind.REQUIREMENTS);
        Optional<LocalDate> compared = lastComparison(request).map(BestValueStep::doneOn);
        if (requirements.isPresent() && compared.isPresent() && compared.get().isBefore(requirements.get())) {
            missing.add("a COMPARISON on or after " + requirements.get() + ", the day of the requirements");
        }
        return missing;
    }

    static Optional<BestValueStep> lastComparison(RequestForOffer request) {
        return request.steps().stream()
                .filter(step -> step.step() == Kind.COMPARISON)
                .reduce((earlier, later) -> later);
    }

    private static List<UUID> missing(RequestForOffer request, BestValueStep comparison) {
        return request.responsiveOffers().stream()
                .map(Offer::offerId)
                .filter(offer -> !comparison.covers(offer))
                .toList();
    }

    private static Optional<LocalDate> firstDay(RequestForOffer request, Kind kind) {
        return request.steps().stream()
                .filter(step -> step.step() == kind)
                .map(BestValueStep::doneOn)
                .min(Comparator.naturalOrder());
    }

    private static RefusedByRule incomplete(List<UUID> missing, List<Fault> faults) {
        return new RefusedByRule(
                "comparison-not-whole",
                missing.isEmpty()
                        ? "The comparison is of the offers that came in time and whole."
                        : "The comparison covers every offer that came in time and whole; missing: "
                                + missing.stream().map(UUID::toString).collect(Collectors.joining(", "))
                                + " (Guide s5 p14).",
                faults,
                Map.of("rule", "BV-COMPARE-ALL", "missingOffers", missing));
    }
}
