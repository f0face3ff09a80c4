package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The transition table of orders")
class LifecycleTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT      | REVISE -> DRAFT, SUBMIT -> SUBMITTED, LAPSE -> LAPSED
            SUBMITTED  | ISSUE -> ISSUED, ISSUE_AMENDMENT -> AMENDED, RETURN -> RETURNED, LAPSE -> LAPSED
            RETURNED   | REVISE -> DRAFT, LAPSE -> LAPSED
            ISSUED     | ACCEPT -> ACCEPTED, REJECT -> REJECTED, AMEND -> ISSUED, TERMINATE -> TERMINATED
            AMENDED    | ACCEPT -> ACCEPTED, REJECT -> REJECTED, AMEND -> AMENDED, TERMINATE -> TERMINATED
            ACCEPTED   | AMEND -> ACCEPTED, TERMINATE -> TERMINATED
            REJECTED   | AMEND -> REJECTED, TERMINATE -> TERMINATED
            TERMINATED | ''
            LAPSED     | ''
            """)
    void eachStateAllowsExactlyTheseActs(OrderState from, String expected) {
        String allowed = Arrays.stream(OrderAct.values())
                .filter(act -> Lifecycle.next(from, act).isPresent())
                .map(act -> act + " -> " + Lifecycle.next(from, act).orElseThrow())
                .collect(Collectors.joining(", "));
        assertThat(allowed).isEqualTo(expected);
    }

    @Test
    void whatTheTableDoesNotHaveIsRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> Lifecycle.require(OrderState.ACCEPTED, OrderAct.REJECT))
                .isInstanceOf(ActNotAllowed.class)
                .hasMessage("You cannot reject an order that is ACCEPTED; allowed now: amend, terminate.");
        assertThatThrownBy(() -> Lifecycle.require(OrderState.SUBMITTED, OrderAct.REVISE))
                .hasMessage("You cannot revise an order that is SUBMITTED; allowed now: nothing.");
    }
}
