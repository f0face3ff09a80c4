package org.opencmas.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

@DisplayName("A line is kept flat and always in the same words, for the hash of a receipt is that of its text")
class KeptLineTest {
    private static final ObjectReader LINES = FactsJson.reader(new TypeReference<OrderLine>() {});

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"lineId":"7","cmas":"4-06-78-0031A","cmasAsPrinted":"#4-06-78-0031a","nsp":true,"itemId":"I-7",\
                "description":"A cable","unit":"EA","quantity":2.5,"unitPrice":"4.00","amount":"10.00","kind":"SERVICES",\
                "lumpSum":true,"publicWorks":false,"supportsLineIds":["1","2"],"nspReason":"connects them",\
                "orderToLocation":"Fresno","pricedOn":"2026-03-02","serviceCategory":"LEGAL",\
                "coding":{"serviceKind":"PERSONAL","networkDesign":null,"networkInfrastructure":null,"cableInstallation":null,\
                "supply":null,"excludedByCmas":null,"manufacturerAuthorization":null}}""", """
                {"lineId":"7","cmas":null,"cmasAsPrinted":null,"nsp":false,"itemId":null,"description":"A desk","unit":"EA",\
                "quantity":1,"unitPrice":"4.00","amount":"4.00","kind":"GOODS","lumpSum":false,"publicWorks":true,\
                "supportsLineIds":[],"nspReason":null,"orderToLocation":null,"pricedOn":"2026-03-02","serviceCategory":null,\
                "coding":null}"""})
    void whatIsReadIsWrittenAgainAsItWas(String kept) {
        assertThat(FactsJson.text(FactsJson.read(LINES, kept))).isEqualTo(kept);
    }

    @Test
    void aLineOfBeforeItsBuyerCodedItIsReadAsNotCoded() {
        OrderLine old = FactsJson.read(LINES, """
                {"lineId":"7","cmas":"4-06-78-0031A","cmasAsPrinted":"4-06-78-0031A","nsp":false,"itemId":"I-7",
                "description":"A desk","unit":"EA","quantity":1,"unitPrice":"4.00","amount":"4.00","kind":"GOODS",
                "lumpSum":false,"publicWorks":false,"supportsLineIds":[],"nspReason":null,"orderToLocation":null,
                "pricedOn":"2026-03-02"}""");
        assertThat(old.classified()).isEqualTo(new OrderLine.Classified(null, null));
    }
}
