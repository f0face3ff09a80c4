package org.opencmas.problem.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

class FieldReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final FieldReader fields = new FieldReader();

    @Test
    void oneAnswerNamesEveryFaultByItsPlace() {
        fields.text("/reason", " ", 10);
        fields.id("/agencyId", "1-1-1-1-1");
        fields.value("/count", "many", "is no number", Integer::valueOf);
        fields.pastDate("/on", "2026-11-29", TODAY);

        assertThatThrownBy(fields::requireNoFaults)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/reason", "/agencyId", "/count", "/on"));
    }

    @Test
    void aValueOfItsOwnFormIsReadOrRefusedInTheWordsOfItsParser() {
        Integer read = fields.value("/count", "12", "is no number", Integer::valueOf);
        Integer refused = fields.value("/count", "many", "is no number", Integer::valueOf);
        Integer missing = fields.value("/count", null, "is no number", Integer::valueOf);

        assertThat(read).isEqualTo(12);
        assertThat(refused).isNull();
        assertThat(missing).isNull();
        assertThat(fields.faults())
                .extracting(Fault::detail)
                .satisfiesExactly(
                        detail ->
                                assertThat(detail).startsWith("is no number: ").contains("many"),
                        detail -> assertThat(detail).isEqualTo("is missing"));
    }

    @ParameterizedTest(name = "U+{0}")
    @CsvSource({
        "0007, false",
        "0085, false",
        "200B, false",
        "200C, false",
        "200D, false",
        "200E, false",
        "202A, false",
        "202E, false",
        "2066, false",
        "2069, false",
        "2060, false",
        "FEFF, false",
        "00AD, false",
        "061C, false",
        "180E, false",
        "E0041, false",
        "3164, false",
        "115F, false",
        "0009, true",
        "000A, true",
        "200A, true",
        "00A0, true",
        "2028, true",
        "0301, true",
        "FE0F, true",
        "1F600, true",
        "0041, true"
    })
    void aFreeTextHoldsNoSignThatLeavesNoMark(String hex, boolean taken) {
        String sign = Character.toString(Integer.parseInt(hex, 16));

        String read = fields.optionalText("/title", "Desks" + sign + "and chairs", 100);

        assertThat(fields.faultCount() == 0).isEqualTo(taken);
        assertThat(read != null).isEqualTo(taken);
        if (!taken) {
            assertThat(fields.faults().getFirst().detail())
                    .isEqualTo("must not contain the invisible or control character U+" + hex);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1250.00, 2, true",
        "1250.001, 2, false",
        "-0.01, 2, false",
        "1e3, 2, false",
        "1250, 2, true",
        "999999999999.99, 2, true",
        "1000000000000, 2, false",
        "'1,250.00', 2, false"
    })
    void moneyIsAPlainDecimalThatIsNotNegative(String sent, int decimals, boolean taken) {
        fields.money("/tax", sent, decimals);

        assertThat(fields.faultCount() == 0).isEqualTo(taken);
    }

    @Test
    void aListThatIsTooLongIsNotLookedInto() {
        List<String> read = new ArrayList<>();

        fields.each("/lines", List.of("a", "b", "c"), 2, (at, entry) -> read.add(entry));
        fields.each("/lines", Arrays.asList("a", null), 2, (at, entry) -> read.add(at));

        assertThat(read).containsExactly("/lines/0");
        assertThat(fields.faults()).extracting(Fault::pointer).containsExactly("/lines", "/lines/1");
    }
}
