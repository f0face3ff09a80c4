package org.opencmas.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.sql.Answer;
import org.opencmas.sql.RoundTrip;

@DisplayName("What was taken back of an order is asked of orders that come with attestations, and of no others")
class WithdrawnWordsTest {
    private static final Order WITHOUT = order(line("1")).document();
    private static final Order WITH = order(line("1")).attested("BV-BASIS").document();

    @Test
    void nothingIsAskedOfOrdersWithoutAttestations() throws SQLException {
        RoundTrip asked = new RoundTrip();

        Answer<WithdrawnWords> answer = WithdrawnWords.ask(asked, List.of(WITHOUT, WITHOUT));
        asked.send(refusing());

        assertThat(answer.get().mark(WITHOUT)).isEqualTo(WITHOUT);
    }

    @Test
    void oneAttestationIsEnoughToAsk() {
        RoundTrip asked = new RoundTrip();

        WithdrawnWords.ask(asked, List.of(WITHOUT, WITH));

        assertThatThrownBy(() -> asked.send(refusing())).hasMessage("asked");
    }

    /** A connection that takes no question. */
    private static Connection refusing() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    throw new SQLException("asked");
                });
    }
}
