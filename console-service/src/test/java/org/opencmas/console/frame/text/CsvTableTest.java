package org.opencmas.console.frame.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    @DisplayName(
            "Text that a spreadsheet would take for a formula is text; a number stays a number, and what is not there is empty")
    void formulas() {
        var table = new CsvTable("a", "b", "c");
        table.add("=1+1", new BigDecimal("-1.50"), null);
        table.add("@x", "say \"no\", please", true);

        assertThat(table).hasToString("\uFEFFa,b,c\r\n'=1+1,-1.50,\r\n'@x,\"say \"\"no\"\", please\",true\r\n");
    }
}
