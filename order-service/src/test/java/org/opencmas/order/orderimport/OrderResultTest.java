package org.opencmas.order.orderimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

@DisplayName("What is kept of a refused order can be stored, whatever its file holds")
class OrderResultTest {
    private static String pointer(String quoted) {
        OrderResult refused = OrderResult.refused(7, null, new InvalidRequest(new Fault(quoted, "is no field")));
        return OrderJson.read(String.valueOf(refused.problem()), JsonNode.class)
                .at("/errors/0/pointer")
                .asText();
    }

    @Test
    void theSignThatNoTextMayHoldIsReplaced() {
        assertThat(pointer("/a\u0000\u0000b")).isEqualTo("/a\ufffd\ufffdb");
        assertThat(pointer("/a\\\u0000")).isEqualTo("/a\\\ufffd");
    }

    @Test
    void aTextThatOnlyLooksLikeItStays() {
        assertThat(pointer("/\\" + "u0000")).isEqualTo("/\\" + "u0000");
    }
}
