package org.opencmas.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.dashboard.StackedBars.Look;
import org.opencmas.console.dashboard.StackedBars.Part;
import org.opencmas.console.dashboard.StackedBars.Segment;

class StackedBarsTest {
    private static final List<Part> PARTS =
            List.of(new Part("a", Look.FOUND), new Part("b", Look.LATE), new Part("c", Look.REST));

    @Test
    @DisplayName(
            "The parts fill the bar whatever is rounded, each beginning where the one before ends, and nothing has no part")
    void partsFillTheBar() {
        var thirds = drawn("1", "1", "1");
        assertThat(thirds).hasSize(3);
        assertThat(thirds.getFirst().x()).isEqualTo(Bars.LABEL);
        for (int i = 1; i < thirds.size(); i++) {
            assertThat(thirds.get(i).x())
                    .isEqualTo(thirds.get(i - 1).x() + thirds.get(i - 1).length());
        }
        assertThat(thirds.stream().mapToInt(Segment::length).sum()).isEqualTo(Bars.LONGEST);
        assertThat(drawn("0", "7.25", "0")).containsExactly(new Segment(PARTS.get(1), Bars.LABEL, Bars.LONGEST));
    }

    @Test
    @DisplayName("A whole of nothing, and one with a part below zero, is not divided")
    void whatCannotBeDivided() {
        assertThat(drawn("0", "0", "0")).isEmpty();
        assertThat(drawn("5", "-1", "1")).isEmpty();
        var tooMuch = StackedBars.share("more than all", new BigDecimal("1.2"), "120%", "");
        assertThat(StackedBars.of(PARTS.subList(0, 2), List.of(tooMuch)).stacks())
                .isEmpty();
    }

    private static List<Segment> drawn(String... amounts) {
        var row = new StackedBars.Row(
                "row", Stream.of(amounts).map(BigDecimal::new).toList(), "", "");
        return StackedBars.of(PARTS, List.of(row)).stacks().stream()
                .flatMap(stack -> stack.segments().stream())
                .toList();
    }
}
