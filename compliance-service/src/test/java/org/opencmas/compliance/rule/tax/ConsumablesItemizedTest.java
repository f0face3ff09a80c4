package org.opencmas.compliance.rule.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.GivenInvoice;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.OrderTerms;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.Usd;

@DisplayName("TAX-CONSUMABLES-ITEMIZED: consumables that are taxed are itemized")
class ConsumablesItemizedTest {
    private final Rule<InvoiceFacts> rule = new ConsumablesItemized();

    @ParameterizedTest(name = "includes consumables {0}, itemized as {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true,  100.00, PASS,           false
        true,  0.00,   PASS,           false
        true,  -,      FAIL,           true
        -,     100.00, PASS,           false
        -,     -,      UNDETERMINED,   true
        false, -,      NOT_APPLICABLE, false
        """)
    void boundaries(@Nullable Boolean includes, @Nullable String itemized, Verdict verdict, boolean blocking) {
        BilledLine labor = taxed("1", LineType.MAINTENANCE, "400.00", null);
        GivenInvoice given = itemized == null
                ? maintenance(includes, labor)
                : maintenance(includes, labor, taxed("2", LineType.CONSUMABLES, itemized, null));

        assertThat(given.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.blocking()).isEqualTo(blocking);
        });
    }

    private static GivenInvoice maintenance(@Nullable Boolean includes, BilledLine... lines) {
        return invoice(lines).of(new OrderTerms(null, null, null, null, null, includes, null));
    }

    private static BilledLine taxed(String id, LineType type, String amount, @Nullable String tax) {
        return new BilledLine(id, type, Usd.of(amount), tax == null ? null : Usd.of(tax), null, null, null);
    }
}
