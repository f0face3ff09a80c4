package org.opencmas.compliance.rule.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.withoutLines;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

@DisplayName("TAX-MAINT-ONLY: maintenance alone is not taxable")
class MaintenanceIsNotTaxedTest {
    private final Rule<InvoiceFacts> rule = new MaintenanceIsNotTaxed();

    @ParameterizedTest(name = "includes consumables {0}, tax {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        false, 0.00, PASS
        false, -,    PASS
        false, 0.01, WARN
        true,  0.01, NOT_APPLICABLE
        -,     0.01, UNDETERMINED
        """)
    void boundaries(@Nullable Boolean includes, @Nullable String tax, Verdict verdict) {
        assertThat(maintenance(includes, taxed("1", LineType.MAINTENANCE, "400.00", tax))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(verdict);
                    assertThat(finding.blocking()).isFalse();
                });
    }

    @Test
    void otherInvoicesAreNotAsked() {
        assertThat(maintenance(false, taxed("1", LineType.GOODS, "400.00", "31.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(withoutLines().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static GivenInvoice maintenance(@Nullable Boolean includes, BilledLine... lines) {
        return invoice(lines).of(new OrderTerms(null, null, null, null, null, includes, null));
    }

    private static BilledLine taxed(String id, LineType type, String amount, @Nullable String tax) {
        return new BilledLine(id, type, Usd.of(amount), tax == null ? null : Usd.of(tax), null, null, null);
    }
}
