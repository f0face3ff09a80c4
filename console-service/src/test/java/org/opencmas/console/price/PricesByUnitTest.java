package org.opencmas.console.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.price.PricesByUnit.Group;
import org.opencmas.console.price.PricesByUnit.Offer;

class PricesByUnitTest {
    @Test
    @DisplayName("Prices of one unit stand beside each other, the lowest first; those of another unit apart")
    void groupsByUnit() {
        List<Group> groups = PricesByUnit.of(
                List.of(offer("B", "Hour", "200.00"), offer("A", "each", "5"), offer("A", " hour ", "50.000001")));

        assertThat(groups).extracting(Group::unit).containsExactly(" hour ", "each");
        Group hours = groups.getFirst();
        assertThat(hours.dots()).extracting(dot -> dot.offer().contractor()).containsExactly("A", "B");
        assertThat(hours.dots()).extracting(PricesByUnit.Dot::place).containsExactly(25, 100);
        assertThat(hours.contractors()).isEqualTo(2);
        assertThat(hours.lowest()).isEqualByComparingTo("50.000001");
    }

    @Test
    @DisplayName("Prices of nothing have their dots at the start, and no lines make no group")
    void nothing() {
        assertThat(PricesByUnit.of(List.of())).isEmpty();
        assertThat(PricesByUnit.of(List.of(offer("A", "each", "0.00")))
                        .getFirst()
                        .dots()
                        .getFirst()
                        .place())
                .isZero();
    }

    private static Offer offer(String contractor, String unit, String price) {
        return new Offer("4-06-78-0031A", contractor, "X", "x", unit, new BigDecimal(price));
    }
}
