package org.opencmas.compliance.rule.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;

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
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.Usd;

@DisplayName("TAX-MAINT-CONSUMABLES: where maintenance includes consumables, only they are taxed")
class ConsumablesAreTaxedTest {
    private final Rule<InvoiceFacts> rule = new ConsumablesAreTaxed();

    @ParameterizedTest(name = "consumables of 100.00 at 7.75%, taxed {0}, maintenance taxed {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        7.75, 0.00,  PASS
        -,    -,     PASS
        7.74, 0.00,  WARN
        7.76, 0.00,  WARN
        7.75, 0.01,  WARN
        """)
    void onlyConsumablesAreTaxed(@Nullable String onConsumables, @Nullable String onMaintenance, Verdict verdict) {
        Finding finding = maintenance(
                        true,
                        taxed("1", LineType.MAINTENANCE, "400.00", onMaintenance),
                        taxed("2", LineType.CONSUMABLES, "100.00", onConsumables))
                .taxedAt("0.0775")
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @Test
    void theTaxIsRoundedHalfUpOnAllTogether() {
        Finding finding = maintenance(
                        null,
                        taxed("1", LineType.CONSUMABLES, "0.50", null),
                        taxed("2", LineType.CONSUMABLES, "0.50", null))
                .taxedAt("0.075")
                .askedOf(rule)
                .getFirst();

        assertThat(finding.numbers()).containsEntry("taxDue", "0.08");
    }

    @Test
    void aLumpSumIsAWarningAndWhatIsMissingIsNamed() {
        BilledLine lump = taxed("1", LineType.MAINTENANCE, "500.00", null);

        assertThat(maintenance(true, lump).taxedAt("0.0775").verdictOf(rule)).isEqualTo(Verdict.WARN);
        assertThat(maintenance(false, lump).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(maintenance(null, lump).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(maintenance(true, taxed("2", LineType.CONSUMABLES, "1.00", null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    private static GivenInvoice maintenance(@Nullable Boolean includes, BilledLine... lines) {
        return invoice(lines).of(new OrderTerms(null, null, null, null, null, includes, null));
    }

    private static BilledLine taxed(String id, LineType type, String amount, @Nullable String tax) {
        return new BilledLine(id, type, Usd.of(amount), tax == null ? null : Usd.of(tax), null, null, null);
    }
}
