package org.opencmas.registry.agreement.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.RefusedByRule;

@DisplayName("An agreement's terms agree with the programme's rules")
class TermsCheckTest {
    private static final BaseContract GSA = new BaseContract("GS-1", BaseType.GSA, "Holder", null, null, null);

    private static Terms terms(boolean nsp, List<String> categories, int codes, BaseContract base) {
        return new Terms(
                "Name",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                ForUseBy.STATE_AND_LOCAL,
                nsp,
                null,
                null,
                null,
                IntStream.range(0, codes).mapToObj(i -> "C" + i).toList(),
                categories,
                List.of(),
                base);
    }

    private static boolean accepted(Terms terms, AgreementStatus status) {
        try {
            TermsCheck.require(terms, status);
            return true;
        } catch (RefusedByRule refusal) {
            return false;
        }
    }

    @ParameterizedTest(name = "{0} codes: {1}")
    @CsvSource({"0, true", "11, true", "12, true", "13, false"})
    @DisplayName("CON-DESCRIPTOR-MAX12: 12 codes are accepted, the 13th is refused")
    void twelveCodesAreAcceptedAndTheThirteenthIsRefused(int codes, boolean taken) {
        assertThat(accepted(terms(false, List.of(), codes, GSA), AgreementStatus.ACTIVE))
                .isEqualTo(taken);
    }

    @ParameterizedTest(name = "NSP with {0}: accepted {1}, warned {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SOFTWARE                             | false | -
            CONSULTING_SERVICES PERSONAL_SERVICES| false | -
            OFFICE_SUPPLIES                      | false | -
            SOFTWARE HARDWARE                    | true  | true
            HARDWARE                             | true  | false
            ''                                   | true  | true
            """)
    @DisplayName("CON-NSP-FLAG: blocked when all categories are without NSP, warned when some are")
    void anNspFlagIsCheckedAgainstTheCategories(String categories, boolean taken, String warned) {
        List<String> names = Arrays.stream(categories.strip().split(" "))
                .filter(name -> !name.isEmpty())
                .toList();
        Terms terms = terms(true, names, 0, GSA);
        assertThat(accepted(terms, AgreementStatus.ACTIVE)).isEqualTo(taken);
        if (taken) {
            assertThat(TermsCheck.warnings(terms).isEmpty()).isEqualTo(warned.equals("false"));
        }
        assertThat(accepted(terms(false, names, 0, GSA), AgreementStatus.ACTIVE))
                .as("without the provision")
                .isTrue();
    }

    @Test
    @DisplayName("GEN-NOT-A-BID-PROGRAM: only an active agreement needs its base contract")
    void onlyAnActiveAgreementNeedsABaseContract() {
        assertThat(accepted(terms(false, List.of(), 0, null), AgreementStatus.ACTIVE))
                .isFalse();
        assertThat(accepted(terms(false, List.of(), 0, null), AgreementStatus.SUSPENDED))
                .isTrue();
    }

    @Test
    @DisplayName("GEN-NOT-A-BID-PROGRAM: a base contract that is not GSA's names its awarding body")
    void aBaseContractOfAnotherBodyNamesIt() {
        var unnamed = new BaseContract("N-1", BaseType.NON_GSA, "Holder", " ", null, null);
        var named = new BaseContract("N-1", BaseType.NON_GSA, "Holder", "County of Los Angeles", null, null);
        assertThat(accepted(terms(false, List.of(), 0, unnamed), AgreementStatus.SUSPENDED))
                .isFalse();
        assertThat(accepted(terms(false, List.of(), 0, named), AgreementStatus.ACTIVE))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "ACTIVE, ACTIVE, false",
        "ACTIVE, SUSPENDED, true",
        "ACTIVE, TERMINATED, true",
        "SUSPENDED, ACTIVE, true",
        "SUSPENDED, SUSPENDED, false",
        "SUSPENDED, TERMINATED, true",
        "TERMINATED, ACTIVE, false",
        "TERMINATED, SUSPENDED, false",
        "TERMINATED, TERMINATED, false"
    })
    void everyStatusChangeIsAllowedOrRefused(AgreementStatus from, AgreementStatus to, boolean possible) {
        assertThat(from.canBecome(to)).isEqualTo(possible);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Terms terms = terms(true, List.of("SOFTWARE"), 13, null);
        assertThatThrownBy(() -> TermsCheck.require(terms, AgreementStatus.ACTIVE))
                .isInstanceOfSatisfying(
                        RefusedByRule.class,
                        refusal -> assertThat(refusal.faults()).hasSize(3));
        assertThatCode(() -> TermsCheck.require(terms(false, List.of(), 0, GSA), AgreementStatus.ACTIVE))
                .doesNotThrowAnyException();
    }
}
