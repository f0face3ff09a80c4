package org.opencmas.order.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.purchaseorder.OrderState;

@DisplayName("What is received, billed and paid in which state of the order")
class AccountActTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT      | ''
            SUBMITTED  | ''
            RETURNED   | ''
            ISSUED     | AGREE RECEIVE BILL PAY FILE
            AMENDED    | AGREE RECEIVE BILL PAY FILE
            ACCEPTED   | AGREE RECEIVE BILL PAY FILE
            REJECTED   | FILE
            TERMINATED | RECEIVE BILL PAY FILE
            LAPSED     | ''
            """)
    void eachStateAllowsExactlyTheseActs(OrderState state, String expected) {
        assertThat(Arrays.stream(AccountAct.values())
                        .filter(act -> act.isAllowedIn(state))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
