package org.opencmas.problem.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An unknown field is told the known one that was probably meant")
class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "orderdate,   orderDate",
        "order_date,  orderDate",
        "ordrDate,    orderDate",
        "qty,         ''",
        "quantitty,   quantity",
        "zzzzzzzz,    ''",
    })
    void theNearestNameIsSuggested(String given, String meant) {
        assertThat(NearestName.of(given, List.of("orderDate", "quantity")).orElse(""))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"'','',0", "a,'',1", "'',ab,2", "kitten,sitting,3", "same,same,0"})
    void theDistanceCountsChangedLetters(String from, String to, int letters) {
        assertThat(NearestName.distance(from, to)).isEqualTo(letters);
    }
}
