package org.opencmas.fees.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CalendarQuarter;

@DisplayName("What a list or a figure is narrowed to is refused with every fault at once")
class FiltersTest {
    private enum Color {
        RED,
        DARK_BLUE
    }

    @Test
    @DisplayName("each bad value by its place")
    void everyFault() {
        var filters = new Filters("/", new FieldReader());
        filters.id("contractorId", "7");
        filters.cmasNumber("cmasNumber", "GS-35F-0119Y");
        filters.quarter("quarter", "2026Q3");
        filters.choices("state", List.of("red", "PALE"), Color.class);
        filters.quarters(null, "soon");
        filters.fault("position", "is below 0");
        assertThatThrownBy(filters::requireNoFaults)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly(
                                        "/contractorId",
                                        "/cmasNumber",
                                        "/quarter",
                                        "/state",
                                        "/from",
                                        "/through",
                                        "/position"));
    }

    @Test
    @DisplayName("nothing asked for is everything")
    void nothingAskedFor() {
        var filters = new Filters();
        assertThat(filters.id("contractorId", null)).isNull();
        assertThat(filters.cmasNumber("cmasNumber", null)).isNull();
        assertThat(filters.quarter("quarter", null)).isNull();
        assertThat(filters.choice("by", null, List.of(Color.values()), Color::name))
                .isEqualTo(Color.RED);
        assertThat(filters.choices("state", List.of(), Color.class)).isEmpty();
        filters.requireNoFaults();
    }

    @ParameterizedTest
    @CsvSource({"2026-Q1, 2026-Q1, 2026-Q1", "2026-Q1, , 2026-Q1", "2025-Q4, 2026-Q1, 2026-Q1"})
    @DisplayName("quarters through the first one or a later one")
    void quartersInARow(String from, String through, String last) {
        var filters = new Filters();
        assertThat(filters.quarters(from, through))
                .isEqualTo(new QuarterSpan(CalendarQuarter.parse(from), CalendarQuarter.parse(last)));
        filters.requireNoFaults();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q2, 2026-Q1, must not be before from (2026-Q2)",
        "9999-Q4, , must be a quarter from",
        "'', 2026-Q1, is missing"
    })
    @DisplayName("and no others")
    void quartersThatAreNone(String from, String through, String refusal) {
        var filters = new Filters();
        filters.quarters(from, through);
        assertThatThrownBy(filters::requireNoFaults)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.detail()).startsWith(refusal)));
    }
}
