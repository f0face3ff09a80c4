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
            DRAFT      | REVISE -> DRAFT, APPROVE -> DRAFT, CONFIRM -> DRAFT, SUBMIT -> SUBMITTED, LAPSE -> LAPSED
            SUBMITTED  | ISSUE -> ISSUED, ISSUE_AMENDMENT -> AMENDED, RETURN -> RETURNED, LAPSE -> LAPSED
            RETURNED   | REVISE -> DRAFT, LAPSE -> LAPSED
            ISSUED     | ACCEPT -> ACCEPTED, REJECT -> REJECTED, AMEND -> ISSUED, TERMINATE -> TERMINATED, STOP_WORK -> ISSUED, RESUME_WORK -> ISSUED
            AMENDED    | ACCEPT -> ACCEPTED, REJECT -> REJECTED, AMEND -> AMENDED, TERMINATE -> TERMINATED, STOP_WORK -> AMENDED, RESUME_WORK -> AMENDED
            ACCEPTED   | AMEND -> ACCEPTED, TERMINATE -> TERMINATED, STOP_WORK -> ACCEPTED, RESUME_WORK -> ACCEPTED
            REJECTED   | AMEND -> REJECTED, TERMINATE -> TERMINATED, RESUME_WORK -> REJECTED
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
                .hasMessage(
                        "You cannot reject an order that is ACCEPTED; allowed now: amend, terminate, stop the work of, resume the work of.");
        assertThatThrownBy(() -> Lifecycle.require(OrderState.SUBMITTED, OrderAct.REVISE))
                .hasMessage(
                        "You cannot revise an order that is SUBMITTED; it has to be decided by the rules first; allowed now: nothing.");
    }

    @ParameterizedTest(name = "{1} in {0}: first {2}")
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT     | ACCEPT    | SUBMIT | you have to submit it first
            RETURNED  | SUBMIT    | REVISE | you have to revise it first
            SUBMITTED | TERMINATE | ISSUE  | it has to be decided by the rules first
            """)
    void theRefusalTellsWhichActComesFirst(OrderState from, OrderAct wanted, String first, String words) {
        assertThatThrownBy(() -> Lifecycle.require(from, wanted))
                .isInstanceOf(ActNotAllowed.class)
                .hasMessageContaining(words);
        assertThat(Lifecycle.firstTowards(from, wanted).act()).isEqualTo(OrderAct.valueOf(first));
    }

    @Test
    void nothingLeadsOutOfAnEnd() {
        for (OrderAct act : OrderAct.values()) {
            assertThat(Lifecycle.firstTowards(OrderState.TERMINATED, act)).isNull();
            assertThat(Lifecycle.firstTowards(OrderState.LAPSED, act)).isNull();
        }
    }
}
