package org.opencmas.console.frame.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    @DisplayName("A field's pointer is told as its place, counted from 1")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /lines/0/unitPrice | Line 1, unit price
            /contractNumber | Contract number
            /delivery/deliverBy | Delivery, deliver by
            /lines/9 | Line 10
            /lines/0/cmasNumber | Line 1, CMAS number
            '' | ''
            """)
    void place(String pointer, String words) {
        assertThat(Places.place(pointer)).isEqualTo(words);
    }

    @DisplayName("Why a piece of an order's file is there or not begins as a sentence, and names where it lies")
    @ParameterizedTest
    @CsvSource({
        "order/ in the file, 'In the file, under order/'",
        "the order was not amended, The order was not amended"
    })
    void whyInFile(String why, String words) {
        assertThat(Places.whyInFile(why)).isEqualTo(words);
    }

    @DisplayName("An event's type is told as what happened")
    @ParameterizedTest
    @CsvSource({
        "fee-rate.activated.v1, Fee rate activated",
        "order.issued.v1, Order issued",
        "request-for-offer.offer-recorded.v1, Request for offer: offer recorded",
        "order.work-stopped.v1, Order: work stopped",
        "Something else, Something else"
    })
    void happening(String type, String words) {
        assertThat(Places.happening(type)).isEqualTo(words);
    }
}
