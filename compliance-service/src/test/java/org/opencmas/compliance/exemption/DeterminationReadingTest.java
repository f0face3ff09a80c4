package org.opencmas.compliance.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.exemption.NewDetermination.NewAttested;
import org.opencmas.compliance.exemption.NewDetermination.NewFoundAgreement;
import org.opencmas.compliance.exemption.NewDetermination.NewProcurement;
import org.opencmas.compliance.exemption.NewDetermination.NewSearch;
import org.opencmas.problem.Fault;
import org.opencmas.problem.body.FieldReader;

@DisplayName("A question for an exemption is read whole: every fault is named at once (EXM-RECORD)")
class DeterminationReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final NewProcurement LAPTOPS = new NewProcurement("laptops", "field work", "48000.00", "2026-03-02");

    private static NewFoundAgreement mandatory(@Nullable String from, @Nullable String through) {
        return new NewFoundAgreement("L-1", true, from, through, true, null, null, null);
    }

    private static NewDetermination asking(NewFoundAgreement... found) {
        return new NewDetermination(
                null,
                "STATE",
                true,
                LAPTOPS,
                new NewSearch("2026-03-02", "A. Buyer", "all", List.of(found)),
                List.of(new NewAttested("COST_EFFECTIVE", true, "B. Chief", "2026-03-02")));
    }

    private static List<String> faultsOf(NewDetermination sent) {
        var fields = new FieldReader();
        DeterminationReading.facts(sent, TODAY, fields);
        return fields.faults().stream().map(Fault::pointer).toList();
    }

    @Test
    void aWholeQuestionHasNoFault() {
        assertThat(faultsOf(asking())).isEmpty();
        var fields = new FieldReader();
        asking(mandatory("2025-07-01", null)).check(fields, TODAY);
        assertThat(fields.faults()).isEmpty();
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        assertThat(faultsOf(new NewDetermination(null, null, null, null, null, null)))
                .containsExactlyInAnyOrder("/agencyClass", "/informationTechnology", "/procurement");
        assertThat(faultsOf(new NewDetermination(
                        null,
                        "STATE",
                        true,
                        new NewProcurement(null, null, null, null),
                        new NewSearch(null, null, null, null),
                        List.of(new NewAttested(null, null, null, null)))))
                .containsExactlyInAnyOrder(
                        "/procurement/description",
                        "/procurement/businessNeed",
                        "/procurement/estimatedAmount",
                        "/procurement/procuredOn",
                        "/search/searchedOn",
                        "/search/searchedBy",
                        "/search/scope",
                        "/search/found",
                        "/attestations/0/point",
                        "/attestations/0/holds",
                        "/attestations/0/attestedBy",
                        "/attestations/0/attestedOn");
    }

    @Test
    void noDateLiesInTheFuture() {
        assertThat(faultsOf(new NewDetermination(
                        null,
                        "STATE",
                        true,
                        new NewProcurement("laptops", "field work", "48000.00", "2026-03-03"),
                        new NewSearch("2026-03-03", "A. Buyer", "all", List.of()),
                        List.of(new NewAttested("COST_EFFECTIVE", true, "B. Chief", "2026-03-03")))))
                .containsExactlyInAnyOrder(
                        "/procurement/procuredOn", "/search/searchedOn", "/attestations/0/attestedOn");
    }

    @ParameterizedTest(name = "mandatory from {0} through {1}: fault at {2}")
    @CsvSource({
        "2025-07-01, 2026-03-01, mandatoryThrough", // until the day before
        "2025-07-01, 2026-03-02, ", // ends that day
        "2026-03-02, , ", // begins that day
        "2026-03-03, , mandatoryFrom", // begins the day after
        "2025-07-01, 2025-06-30, mandatoryThrough",
        ", 2026-03-02, mandatoryFrom",
        "yesterday, , mandatoryFrom"
    })
    void anAgreementSaidToBeMandatoryIsSoOnTheDay(
            @Nullable String from, @Nullable String through, @Nullable String field) {
        List<String> expected = field == null ? List.of() : List.of("/search/found/0/" + field);

        assertThat(faultsOf(asking(mandatory(from, through)))).isEqualTo(expected);
    }

    @Test
    void anUnmetNeedIsGivenWithItsJustification() {
        assertThat(faultsOf(asking(new NewFoundAgreement("L-1", true, "2025-07-01", null, false, null, " ", null))))
                .containsExactlyInAnyOrder("/search/found/0/unmetNeed", "/search/found/0/justification");
        assertThat(faultsOf(asking(new NewFoundAgreement("L-1", true, "2025-07-01", null, true, "rain", null, null))))
                .containsExactly("/search/found/0/unmetNeed");
        assertThat(faultsOf(asking(new NewFoundAgreement("L-1", true, "2025-07-01", null, null, null, null, null))))
                .containsExactly("/search/found/0/meetsNeed");
    }

    @Test
    void nothingIsAssumedOfAnAgreement() {
        assertThat(faultsOf(asking(new NewFoundAgreement("L-1", null, null, null, null, null, null, null))))
                .containsExactly("/search/found/0/mandatory");
        assertThat(faultsOf(asking(new NewFoundAgreement("L-1", false, "2025-07-01", null, null, null, null, null))))
                .containsExactly("/search/found/0/mandatoryFrom");
    }

    @Test
    void anAgreementAndAPointAreNamedOnce() {
        assertThat(faultsOf(asking(mandatory("2025-07-01", null), mandatory("2025-07-01", null))))
                .containsExactly("/search/found/1/number");
        var twice = new NewAttested("COST_EFFECTIVE", true, "B. Chief", "2026-03-02");
        assertThat(faultsOf(new NewDetermination(null, "STATE", true, LAPTOPS, null, List.of(twice, twice))))
                .containsExactly("/attestations/1/point");
    }
}
