package org.opencmas.order.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The transition table of invoices")
class InvoiceLifecycleTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            RECEIVED | DISPUTE -> DISPUTED, CORRECT -> RECEIVED, APPROVE -> APPROVED, REVERSE_PAYMENT -> RECEIVED
            DISPUTED | WITHDRAW_DISPUTE -> RECEIVED, CORRECT -> RECEIVED, REVERSE_PAYMENT -> DISPUTED
            APPROVED | DISPUTE -> DISPUTED, CORRECT -> RECEIVED, PAY_IN_PART -> APPROVED, PAY_IN_FULL -> PAID, REVERSE_PAYMENT -> APPROVED
            PAID     | CORRECT -> RECEIVED, REVERSE_PAYMENT -> APPROVED
            """)
    void eachStateAllowsExactlyTheseActs(InvoiceState from, String expected) {
        assertThat(Arrays.stream(InvoiceAct.values())
                        .filter(act -> InvoiceLifecycle.next(from, act).isPresent())
                        .map(act ->
                                act + " -> " + InvoiceLifecycle.next(from, act).orElseThrow())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }
}
