package org.opencmas.console.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.client.Orders.SubOrder;
import org.opencmas.console.client.agency.OrderEnds.NewRemaining;
import org.opencmas.console.client.agency.OrderEnds.NewTermination;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

class EndingFormTest {
    private static final List<SubOrder> GROUPS = List.of(
            new SubOrder(1, "3-16-70-3298A", new BigDecimal("4253.20")),
            new SubOrder(2, "4-06-78-0031A", new BigDecimal("100.00")));

    @Test
    @DisplayName(
            "An order is ended on a ground, from a day on, for a reason; of each group what was typed remains, and nothing of the others (ORD-TERM-GROUNDS)")
    void whatIsSent() {
        var inputs = form(Map.of("remaining.1", "$1,000.5", "remaining.2", ""));

        NewTermination sent = EndingForm.read(inputs, GROUPS);

        assertThat(inputs.isFine()).isTrue();
        assertThat(sent.ground()).isEqualTo("FUNDING");
        assertThat(sent.terminatedOn()).hasToString("2026-11-29");
        assertThat(sent.remainingSubOrders()).containsExactly(new NewRemaining(1, "1000.50"));
        var effects = EndingForm.effects(inputs, GROUPS);
        assertThat(effects.get(0).ends()).isEqualByComparingTo("3252.70");
        assertThat(effects.get(1).ends()).isEqualByComparingTo("100.00");
        assertThat(EndingForm.sum(effects).ends()).isEqualByComparingTo("3352.70");
        assertThat(EndingForm.sum(effects).remains()).isEqualByComparingTo("1000.50");
    }

    @DisplayName("What remains of a group is from 0.00 to its worth, both included")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -0.01    | must be 0.00 or more.
            0.00     | ''
            4253.20  | ''
            4253.21  | must be at most 4,253.20, which the group is worth.
            4,253.2x | must be an amount such as 1,234.50.
            """)
    void limits(String typed, String fault) {
        var inputs = form(Map.of("remaining.1", typed));

        EndingForm.read(inputs, GROUPS);

        assertThat(inputs.error("remaining.1")).isEqualTo(fault);
    }

    @Test
    @DisplayName("Whatever is missing is told at once, each at its field")
    void whatIsMissing() {
        var inputs = Inputs.of(Map.of("ground", List.of(""), "terminatedOn", List.of(""), "reason", List.of(" ")));

        EndingForm.read(inputs, GROUPS);

        assertThat(inputs.errors().stream().map(Inputs.Error::field))
                .containsExactly("ground", "terminatedOn", "reason");
    }

    @Test
    @DisplayName("What the service refuses of a group stands at the group that was typed, not at the first")
    void refusals() {
        var inputs = form(Map.of("remaining.1", "", "remaining.2", "50"));
        NewTermination sent = EndingForm.read(inputs, GROUPS);

        Refusals.intoFields(
                inputs,
                new ServiceProblem(
                        400,
                        "Bad request",
                        "",
                        List.of(
                                new ServiceProblem.Fault("/remainingSubOrders/0/amount", "is more than 40.00"),
                                new ServiceProblem.Fault("/terminatedOn", "is not between"))),
                EndingForm.called(sent));

        assertThat(inputs.error("remaining.2")).isEqualTo("is more than 40.00");
        assertThat(inputs.error("remaining.1")).isEmpty();
        assertThat(inputs.error("terminatedOn")).isEqualTo("is not between");
    }

    private static Inputs form(Map<String, String> remaining) {
        Map<String, List<String>> fields = new HashMap<>(Map.of(
                "ground", List.of("FUNDING"), "terminatedOn", List.of("2026-11-29"), "reason", List.of("No funds")));
        remaining.forEach((field, text) -> fields.put(field, List.of(text)));
        return Inputs.of(fields);
    }
}
