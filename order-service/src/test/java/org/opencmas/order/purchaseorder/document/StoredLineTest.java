package org.opencmas.order.purchaseorder.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.order.purchaseorder.document.OrderDocument.Line;
import org.opencmas.orderbody.OrderLine.Support;

@DisplayName("The JSON of a line is flat and always the same, for what is stored is read for ever")
class StoredLineTest {
    private static final String EVERYTHING = """
            {"lineId":"7","cmasNumber":"4-06-78-0031A","cmasNumberAsPrinted":"#4-06-78-0031a","nsp":true,\
            "itemId":"I-7","description":"A cable","manufacturer":"Maker","unit":"each","quantity":"2.5","unitPrice":"4.00",\
            "amount":"10.00","kind":"SERVICES","serviceCategory":"LEGAL","lumpSum":true,"publicWorks":false,\
            "supportsLineIds":["1","2"],"nspReason":"connects them","orderToLocation":"Fresno",\
            "coding":{"serviceKind":"PERSONAL"},"subNumber":3,"pricedOn":"2026-03-02"}""";

    @ParameterizedTest
    @ValueSource(strings = {EVERYTHING, """
                {"lineId":"7","cmasNumber":"4-06-78-0031A","nsp":false,"description":"A desk","unit":"each",\
                "quantity":"1","unitPrice":"4.00","amount":"4.00","kind":"GOODS","lumpSum":false,"publicWorks":true,\
                "supportsLineIds":[],"subNumber":1,"pricedOn":"2026-03-02"}"""})
    void whatIsReadIsWrittenAgainAsItWas(String stored) {
        assertThat(OrderJson.write(OrderJson.read(stored, Line.class))).isEqualTo(stored);
    }

    @Test
    void aFieldThatIsNotKnownIsPassedOver() {
        String later = EVERYTHING.replace("{\"lineId\"", "{\"colour\":\"red\",\"lineId\"");
        assertThat(OrderJson.write(OrderJson.read(later, Line.class))).isEqualTo(EVERYTHING);
    }

    @Test
    void aLineOfBeforeNspLinesNamedWhatTheySupportSupportsNone() {
        String old = EVERYTHING.replaceAll("\"supportsLineIds\".*?,\"orderTo", "\"orderTo");
        assertThat(OrderJson.read(old, Line.class).ordered().support()).isEqualTo(Support.NONE);
    }
}
