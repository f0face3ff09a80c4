package org.opencmas.compliance.exemption.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome.EXEMPTION_REQUIRED;
import static org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome.NOT_APPLICABLE;
import static org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome.NO_EXEMPTION_NEEDED;
import static org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome.REFER_TO_PMO;
import static org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome.USE_MANDATORY_LPA;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.compliance.exemption.tree.Determination.DgsStep;
import org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome;
import org.opencmas.compliance.exemption.tree.Determination.OpenPoint;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Attested;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.AttestedPoint;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.FoundAgreement;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.LpaSearch;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.MandatoryPeriod;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Procurement;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

@DisplayName("The Technology Letter's decision tree, every path (EXM-*)")
class DecisionTreeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final MandatoryPeriod IN_FORCE = new MandatoryPeriod(LocalDate.of(2025, 7, 1), null);
    private static final Procurement LAPTOPS = new Procurement("laptops", "field work", Usd.of("48000.00"), DAY);

    private static List<Attested> attested(AttestedPoint... points) {
        return Arrays.stream(points)
                .map(point -> new Attested(point, true, "B. Chief", DAY))
                .toList();
    }

    private static LpaSearch found(FoundAgreement... agreements) {
        return new LpaSearch(DAY, "A. Buyer", "all statewide contracts", List.of(agreements));
    }

    private static FoundAgreement agreement(
            String number, @Nullable MandatoryPeriod mandatory, @Nullable Boolean meetsNeed) {
        return new FoundAgreement(number, mandatory, meetsNeed, null, null, null);
    }

    private static Determination state(@Nullable LpaSearch search, List<Attested> attestations) {
        return DecisionTree.determine(new ExemptionFacts(AgencyClass.STATE, true, LAPTOPS, search, attestations));
    }

    private static List<String> openPoints(Determination determination) {
        return determination.openPoints().stream().map(OpenPoint::point).toList();
    }

    @ParameterizedTest(name = "EXM-SCOPE: {0}, IT {1}: {2}")
    @CsvSource({
        "STATE, true, NO_EXEMPTION_NEEDED",
        "STATE, false, NOT_APPLICABLE",
        "LOCAL, true, NOT_APPLICABLE",
        "LOCAL, false, NOT_APPLICABLE"
    })
    void exmScopeBindsStateBuyersOfInformationTechnologyOnly(
            AgencyClass agencyClass, boolean technology, ExemptionOutcome outcome) {
        Determination determination = DecisionTree.determine(
                new ExemptionFacts(agencyClass, technology, LAPTOPS, found(), attested(AttestedPoint.values())));

        assertThat(determination.outcome()).isEqualTo(outcome);
        if (outcome == NOT_APPLICABLE) {
            assertThat(determination.requirement()).isEqualTo("EXM-SCOPE");
            assertThat(determination.citation().section()).isEqualTo("Background");
            assertThat(determination.dgsTrack()).isEmpty();
            assertThat(determination.openPoints()).isEmpty();
        }
    }

    @Test
    void exmScopeIsAskedBeforeAnyAgreement() {
        LpaSearch search = found(agreement("L-1", IN_FORCE, false));

        assertThat(DecisionTree.determine(new ExemptionFacts(AgencyClass.LOCAL, true, LAPTOPS, search, List.of()))
                        .outcome())
                .isEqualTo(NOT_APPLICABLE);
        assertThat(DecisionTree.determine(new ExemptionFacts(AgencyClass.LOCAL, true, LAPTOPS, null, List.of()))
                        .outcome())
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void exmNoLpaNeedsNoExemptionWhenAllThreePointsAreAttested() {
        Determination determination = state(found(), attested(AttestedPoint.values()));

        assertThat(determination.outcome()).isEqualTo(NO_EXEMPTION_NEEDED);
        assertThat(determination.requirement()).isEqualTo("EXM-NO-LPA");
        assertThat(determination.citation().section()).isEqualTo("Process");
        assertThat(determination.openPoints()).isEmpty();
    }

    @ParameterizedTest(name = "EXM-NO-LPA: {0} missing or denied is referred")
    @EnumSource(AttestedPoint.class)
    void exmNoLpaIsReferredWhenOnePointIsMissingOrDenied(AttestedPoint point) {
        AttestedPoint[] others =
                Stream.of(AttestedPoint.values()).filter(each -> each != point).toArray(AttestedPoint[]::new);
        List<Attested> denied = Stream.concat(
                        attested(others).stream(), Stream.of(new Attested(point, false, "C. Doubt", DAY)))
                .toList();

        Determination missing = state(found(), attested(others));
        assertThat(missing.outcome()).isEqualTo(REFER_TO_PMO);
        assertThat(openPoints(missing)).containsExactly(point.name());
        assertThat(missing.openPoints().getFirst().detail()).startsWith("nobody attested");

        Determination refused = state(found(), denied);
        assertThat(refused.outcome()).isEqualTo(REFER_TO_PMO);
        assertThat(openPoints(refused)).containsExactly(point.name());
        assertThat(refused.openPoints().getFirst().detail()).startsWith("C. Doubt said on 2026-03-02");
    }

    @Test
    void exmNoLpaNamesEachOfSeveralMissingPoints() {
        Determination determination = state(found(), List.of());

        assertThat(determination.outcome()).isEqualTo(REFER_TO_PMO);
        assertThat(openPoints(determination))
                .containsExactly("MEETS_BUSINESS_NEED", "COST_EFFECTIVE", "INCREASES_STATE_EFFICIENCY");
        assertThat(determination.citation().section()).isEqualTo("Questions");
        assertThat(determination.notes()).anyMatch(note -> note.startsWith("A reading:"));
    }

    @Test
    void exmNoLpaIsNotConcludedWithoutASearch() {
        Determination determination = state(null, attested(AttestedPoint.values()));

        assertThat(determination.outcome()).isEqualTo(REFER_TO_PMO);
        assertThat(openPoints(determination)).containsExactly("SEARCH");
    }

    @Test
    void exmLpaNeedNotMetRequiresAnExemptionWhateverIsAttested() {
        LpaSearch search = found(agreement("L-1", IN_FORCE, false), agreement("L-2", IN_FORCE, false));

        for (List<Attested> attestations : List.of(List.<Attested>of(), attested(AttestedPoint.values()))) {
            Determination determination = state(search, attestations);
            assertThat(determination.outcome()).isEqualTo(EXEMPTION_REQUIRED);
            assertThat(determination.requirement()).isEqualTo("EXM-LPA-NEED-NOT-MET");
            assertThat(determination.citation().section()).isEqualTo("Background");
            assertThat(determination.reason()).contains("L-1, L-2");
            assertThat(determination.openPoints()).isEmpty();
        }
    }

    @Test
    void exmLpaNeedMetMakesItsUseMandatoryEvenBesideOneThatDoesNotMeetIt() {
        Determination determination = state(
                found(agreement("L-1", IN_FORCE, false), agreement("L-2", IN_FORCE, true)),
                attested(AttestedPoint.values()));

        assertThat(determination.outcome()).isEqualTo(USE_MANDATORY_LPA);
        assertThat(determination.requirement()).isEqualTo("EXM-LPA-NEED-MET");
        assertThat(determination.reason()).contains("L-2").doesNotContain("L-1");
    }

    @ParameterizedTest(name = "EXM-MANDATORY-FLAG: mandatory from {0} through {1}: {2}")
    @CsvSource({
        "2025-07-01, 2026-03-01, NO_EXEMPTION_NEEDED", // until the day before
        "2025-07-01, 2026-03-02, USE_MANDATORY_LPA", // ends that day
        "2025-07-01, 2026-03-03, USE_MANDATORY_LPA",
        "2026-03-01, 2027-06-30, USE_MANDATORY_LPA",
        "2026-03-02, 2027-06-30, USE_MANDATORY_LPA", // begins that day
        "2026-03-03, 2027-06-30, NO_EXEMPTION_NEEDED", // begins the day after
        "2026-03-02, 2026-03-02, USE_MANDATORY_LPA",
        "2026-03-02, , USE_MANDATORY_LPA",
        "2026-03-03, , NO_EXEMPTION_NEEDED"
    })
    void exmMandatoryFlagCountsFromItsFirstThroughItsLastDay(
            LocalDate from, @Nullable LocalDate through, ExemptionOutcome outcome) {
        List<Attested> all = attested(AttestedPoint.values());

        assertThat(state(found(agreement("L-1", new MandatoryPeriod(from, through), true)), all)
                        .outcome())
                .isEqualTo(outcome);
        assertThat(state(found(agreement("L-1", new MandatoryPeriod(from, through), false)), all)
                        .outcome())
                .isEqualTo(outcome == USE_MANDATORY_LPA ? EXEMPTION_REQUIRED : outcome);
    }

    @Test
    void exmMandatoryFlagIsOfTheAgreementAndNotOfItsType() {
        Determination optional = state(found(agreement("3-26-01-1001A", null, true)), attested(AttestedPoint.values()));

        assertThat(optional.outcome()).isEqualTo(NO_EXEMPTION_NEEDED);
    }

    @ParameterizedTest(name = "EXM-DGS-PROCEDURE: the procedures of DGS apply with {0}")
    @CsvSource({"NO_EXEMPTION_NEEDED", "REFER_TO_PMO", "EXEMPTION_REQUIRED", "USE_MANDATORY_LPA"})
    void exmDgsProcedureAppliesWhateverTheOutcome(ExemptionOutcome outcome) {
        Determination determination = switch (outcome) {
            case NO_EXEMPTION_NEEDED -> state(found(), attested(AttestedPoint.values()));
            case EXEMPTION_REQUIRED -> state(found(agreement("L-1", IN_FORCE, false)), List.of());
            case USE_MANDATORY_LPA -> state(found(agreement("L-1", IN_FORCE, true)), List.of());
            default -> state(found(), List.of());
        };

        assertThat(determination.outcome()).isEqualTo(outcome);
        DgsStep general = determination.dgsTrack().getFirst();
        assertThat(general.agreement()).isNull();
        assertThat(general.citation().section()).isEqualTo("Purpose and Description");
    }

    @Test
    void exmUserInstructionsAreATrackOfTheirOwn() {
        FoundAgreement read =
                new FoundAgreement("L-1", IN_FORCE, false, "rain", "none is", List.of("Tell the administrator."));
        FoundAgreement unread = agreement("L-2", IN_FORCE, false);
        FoundAgreement none = new FoundAgreement("L-3", IN_FORCE, false, "rain", "none is", List.of());
        FoundAgreement optional = agreement("L-4", null, null);

        List<DgsStep> track =
                state(found(read, unread, none, optional), List.of()).dgsTrack();

        assertThat(track)
                .filteredOn(step -> step.agreement() != null)
                .extracting(DgsStep::agreement, DgsStep::step)
                .containsExactly(
                        tuple("L-1", "Tell the administrator."),
                        tuple("L-2", "Read the User Instructions for further steps of DGS; they were not recorded."));
        assertThat(track.getLast().citation().section()).isEqualTo("Process");
    }

    @Test
    void exmRecordHoldsForItsDayAndTellsOfASearchOfAnother() {
        LpaSearch earlier = new LpaSearch(DAY.minusDays(1), "A. Buyer", "all", List.of());

        assertThat(state(found(), attested(AttestedPoint.values())).notes())
                .singleElement()
                .asString()
                .contains("2026-03-02 only");
        assertThat(state(earlier, attested(AttestedPoint.values())).notes())
                .anyMatch(note -> note.contains("made on 2026-03-01"));
    }

    /** EXM-QUESTIONS. */
    @Test
    void exmQuestionsGoToTheProgramManagementOffice() {
        assertThat(state(found(), List.of()).notes())
                .anyMatch(note ->
                        note.contains("Principal or Manager of the Technology Agency's Program Management Office"));
    }
}
