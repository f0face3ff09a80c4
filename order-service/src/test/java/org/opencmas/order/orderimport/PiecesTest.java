package org.opencmas.order.orderimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.orderimport.file.SentOrder;
import org.opencmas.problem.Fault;

@DisplayName("A file is kept in pieces that one transaction can place")
class PiecesTest {
    @ParameterizedTest(name = "{0} orders of {1} bytes: {2} pieces")
    @CsvSource({"1, 10, 1", "200, 10, 1", "201, 10, 2", "2, 1048575, 1", "2, 1048576, 2", "3, 600000, 2"})
    void aPieceEndsByOrdersAndByBytes(int orders, int bytes, int pieces) {
        List<byte[]> contents = new ArrayList<>();
        var all = new Pieces((number, content) -> contents.add(content));
        for (int i = 1; i <= orders; i++) {
            all.take(new SentOrder(i, new byte[bytes], List.of()));
        }
        all.close();
        assertThat(all.pieces()).isEqualTo(pieces);
        List<SentOrder> back = contents.stream()
                .flatMap(content -> Pieces.orders(content).stream())
                .toList();
        assertThat(back)
                .hasSize(orders)
                .extracting(SentOrder::row)
                .startsWith(1)
                .endsWith(orders);
        assertThat(back).allSatisfy(order -> assertThat(order.json()).hasSize(bytes));
    }

    @org.junit.jupiter.api.Test
    void whatIsWrongIsKeptWithIt() {
        List<byte[]> contents = new ArrayList<>();
        var all = new Pieces((number, content) -> contents.add(content));
        all.take(new SentOrder(7, new byte[0], List.of(new Fault("/tax", "is odd", null))));
        all.close();
        assertThat(Pieces.orders(contents.getFirst()).getFirst().faults())
                .containsExactly(new Fault("/tax", "is odd", null));
    }
}
