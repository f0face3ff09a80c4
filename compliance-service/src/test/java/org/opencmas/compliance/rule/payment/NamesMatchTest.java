package org.opencmas.compliance.rule.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.BillFacts.Arrival;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.InvoiceFacts.NamedCmas;
import org.opencmas.compliance.rule.invoice.InvoiceFacts.Names;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.CmasNumber;

@DisplayName("PAY-NAME-MATCH: the company's name is the same on CMAS, order and invoice")
class NamesMatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final CmasNumber CMAS = CmasNumber.parse("4-06-78-0031A");

    @ParameterizedTest(name = "CMAS \"{0}\", order \"{1}\", invoice \"{2}\" → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        'Turf Co., Inc.', 'Turf Co., Inc.',    'Turf Co., Inc.',  PASS
        'Turf Co., Inc.', ' turf  co., INC. ', 'Turf Co., Inc.',  PASS
        'Turf Co., Inc.', 'Turf Co., Inc.',    'Turf Co., Inc',   NEEDS_ATTESTATION
        'Turf Co., Inc.', 'Turf Co., Inc.',    'Turf Co. Inc.',   NEEDS_ATTESTATION
        'Turf Co., Inc.', 'Turf Co Inc',       'Turf Co Inc',     NEEDS_ATTESTATION
        'Turf Co., Inc.', 'Turf Co., Inc.',    'Turf Co.',        FAIL
        'Turf Co., Inc.', 'Turf Co., LLC',     'Turf Co., LLC',   FAIL
        'Turf Co., Inc.', 'Turf Co., LLC',     'Turf Co., Inc.',  FAIL
        -,                'Turf Co., Inc.',    'Turf Co., Inc.',  UNDETERMINED
        -,                'Turf Co., Inc.',    'Lawn Co., Inc.',  FAIL
        """)
    void boundaries(String onCmas, String onOrder, String onInvoice, Verdict verdict) {
        assertThat(findings(invoice(onCmas, onOrder, onInvoice, List.of())).getFirst())
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(verdict);
                    assertThat(finding.blocking()).isEqualTo(verdict != Verdict.PASS);
                });
    }

    @Test
    void aPersonSaysThatPunctuationMakesNoOtherCompany() {
        var word = new Attestation("PAY-NAME-MATCH", "the same company", "C. Clerk", DAY, null);

        assertThat(findings(invoice("Turf, Inc.", "Turf, Inc.", "Turf Inc", List.of(word))))
                .noneMatch(Finding::blocking);
        assertThat(findings(invoice("Turf, Inc.", "Turf, Inc.", "Lawn Inc", List.of(word))))
                .allMatch(Finding::blocking);
    }

    @Test
    void everyCmasOfTheOrderIsCompared() {
        InvoiceFacts facts = facts(
                new Names(
                        "Turf",
                        "Turf",
                        List.of(new NamedCmas(CMAS, "Turf"), new NamedCmas(CmasNumber.parse("4-06-78-0031B"), "Lawn"))),
                List.of());

        assertThat(findings(facts))
                .hasSize(2)
                .allMatch(finding -> finding.message().contains("4-06-78-0031B"));
    }

    private static InvoiceFacts invoice(String onCmas, String onOrder, String onInvoice, List<Attestation> words) {
        return facts(new Names(onInvoice, onOrder, List.of(new NamedCmas(CMAS, onCmas))), words);
    }

    private static InvoiceFacts facts(Names names, List<Attestation> words) {
        return new InvoiceFacts(DAY, names, Bill.unsaid(DAY), null, new Arrival(DAY, List.of(), words));
    }

    private static List<Finding> findings(InvoiceFacts facts) {
        return RuleBooks.INVOICES.judge(facts).findings().stream()
                .filter(finding -> finding.ruleId().equals("PAY-NAME-MATCH"))
                .toList();
    }
}
