package org.opencmas.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    @DisplayName("The longest bar is the largest amount, a small one is seen, and nothing or less has none")
    void lengths() {
        Bars bars = Bars.of(List.of(
                row("a", "1000000.00"), row("b", "500000.00"), row("c", "0.01"), row("d", "0.00"), row("e", "-5.00")));

        List<Integer> lengths = bars.bars().stream().map(Bars.Bar::length).toList();
        assertThat(lengths.get(0)).isEqualTo(2 * lengths.get(1));
        assertThat(lengths.subList(2, 5)).containsExactly(1, 0, 0);
        assertThat(bars.bars().getLast().amount()).isEqualTo("-5.00");
        assertThat(Bars.of(List.of(row("a", "0.00"))).bars().getFirst().length())
                .isZero();
        assertThat(Bars.of(List.of()).bars()).isEmpty();
    }

    @Test
    @DisplayName("What has no order of its own is drawn the largest first, and what has nothing is only counted")
    void largestFirst() {
        Bars bars = Bars.largestFirst(
                List.of(row("a", "1.00"), row("b", "0.00"), row("c", "20.00"), row("d", "-5.00"), row("e", "0")));

        assertThat(bars.bars().stream().map(Bars.Bar::label)).containsExactly("c", "a", "d");
        assertThat(bars.without()).isEqualTo(2);
    }

    private static Bars.Row row(String label, String amount) {
        return new Bars.Row(label, new BigDecimal(amount), "");
    }
}
