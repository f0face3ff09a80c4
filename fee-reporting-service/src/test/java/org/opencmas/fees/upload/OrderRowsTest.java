package org.opencmas.fees.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order that comes again in a file is told with the row where it came first, in a file of any length")
class OrderRowsTest {
    @Test
    void eachOrderKeepsItsFirstRow() {
        var rows = new OrderRows();
        for (int i = 0; i < 50_000; i++) {
            assertThat(rows.putIfAbsent("City of Galt\nPO-" + i + "\n0", i)).isEqualTo(OrderRows.NONE);
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(rows.putIfAbsent("City of Galt\nPO-" + i + "\n0", 60_000))
                    .isEqualTo(i);
        }
    }
}
