package org.opencmas.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.csv.UnclosedQuote.Sign;

@DisplayName("A cell that took in other rows is told from a text of several lines")
class UnclosedQuoteTest {
    /** item, description, unit, price, remark */
    private static final UnclosedQuote PRICED =
            new UnclosedQuote(5, ',', new Sign(3, cell -> cell.matches("[0-9]+[.][0-9]{2}"), false));

    /** agency; order; date; total; remark */
    private static final UnclosedQuote DATED =
            new UnclosedQuote(5, ';', new Sign(2, cell -> cell.strip().matches("[0-9-]{10}"), true));

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | Screw of 3 inches                      | false
            1 | Screw/long                             | false
            1 | Screw, 3/4, zinc/long                  | false
            1 | Desk,each,1.00,/B,Chair                | true
            1 | Desk,each,1.00,remark/anything         | true
            1 | Desk,each,1.00/anything                | false
            1 | Desk,each,,/B,Chair                    | true
            1 | Desk,each,1 USD,/B,Chair               | true
            1 | Desk,each,dear,/B,Chair                | false
            1 | Desk,each,1 USD,/Chair                 | false
            1 | Desk/B,Chair,each,2.00,/C              | true
            1 | Desk/B,Chair,each,dear,/C              | false
            1 | Desk/B,Chair,each,2.00,                | true
            4 | remark/B,Chair,each,2.00,3 inches      | true
            4 | remark/of two lines                    | false
            4 | remark/of 1,2,3,4                      | false
            """)
    void byAPriceAmongAsManyCellsAsARowHas(int position, String cell, boolean tookIn) {
        assertThat(PRICED.isIn(lines(cell), position)).isEqualTo(tookIn);
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | City of Galt/Main Street               | false
            0 | City;PO-1;2026-07-01/Galt              | true
            0 | City;PO-1;2026-07-01                   | false
            2 | 2026-07-01/                            | false
            4 | remark/Lodi;PO-2;2026-07-02            | true
            4 | remark/Lodi;PO-2;2026-07-02;5.00;      | true
            4 | remark/one;two;three                   | false
            4 | remark/one;two;three;four;five         | true
            4 | since;then;2026-07-02/so               | false
            """)
    void byADateAlone(int position, String cell, boolean tookIn) {
        assertThat(DATED.isIn(lines(cell), position)).isEqualTo(tookIn);
    }

    @Test
    void everyCellOfARowIsLookedAt() {
        assertThat(DATED.isInOneOf(List.of("Galt", "PO-1", "2026-07-01", "5.00", "x\r\nLodi;PO-2;2026-07-02")))
                .isTrue();
        assertThat(DATED.isInOneOf(List.of("Galt\rCity Hall", "PO-1", "2026-07-01", "5.00", "x\ny")))
                .isFalse();
    }

    @Test
    void aPlaceThatNoRowHasIsNoSign() {
        var unknown = new UnclosedQuote(3, ',', new Sign(-1, cell -> true, false));
        assertThat(unknown.isIn("a\nb,c", 1)).isFalse();
    }

    private static String lines(String cell) {
        return cell.replace('/', '\n');
    }
}
