package org.opencmas.compliance.rule.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.opencmas.compliance.rule.judging.RuleVersion;
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

    /** The contractor was "Sample Turf Company", then "Field Turf, Inc.", and is "Field Turf Holdings, Inc." now. */
    @ParameterizedTest(name = "former names known: {0}, CMAS \"{1}\", order \"{2}\", invoice \"{3}\" → {4}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        true,  'Field Turf Holdings, Inc.', 'Field Turf Holdings, Inc.', 'Field Turf Holdings, Inc.', PASS
        true,  'Field Turf Holdings, Inc.', 'Field Turf, Inc.',          'Field Turf Holdings, Inc.', WARN
        true,  'Field Turf Holdings, Inc.', 'Field Turf, Inc.',          'Field Turf, Inc.',          WARN
        true,  'Field Turf Holdings, Inc.', 'field turf,  INC.',         'Sample Turf Company',       WARN
        true,  'Field Turf Holdings, Inc.', 'Field Turf Holdings, Inc.', 'Field Turf Inc.',           FAIL
        true,  'Field Turf Holdings, Inc.', 'Field Turf, LLC',           'Field Turf, LLC',           FAIL
        true,  'Field Turf, Inc.',          'Field Turf, Inc.',          'Field Turf Holdings, Inc.', FAIL
        false, 'Field Turf Holdings, Inc.', 'Field Turf Holdings, Inc.', 'Field Turf Holdings, Inc.', PASS
        false, 'Field Turf Holdings, Inc.', 'Field Turf Holdings, Inc.', 'Field Turf Holdings Inc',   NEEDS_ATTESTATION
        false, 'Field Turf Holdings, Inc.', 'Field Turf, Inc.',          'Field Turf Holdings, Inc.', UNDETERMINED
        """)
    void namesBeforeAndAfterAChange(boolean known, String onCmas, String onOrder, String onInvoice, Verdict verdict) {
        List<String> former = List.of("Sample Turf Company", "Field Turf, Inc.");
        Names names = new Names(onInvoice, onOrder, List.of(new NamedCmas(CMAS, onCmas, known ? former : null)));

        assertThat(findings(facts(names, List.of())))
                .extracting(Finding::verdict)
                .containsOnly(verdict);
        assertThat(findings(facts(names, List.of())).stream().anyMatch(Finding::blocking))
                .isEqualTo(verdict != Verdict.PASS && verdict != Verdict.WARN);
    }

    @Test
    void aDecisionOfVersionOneIsJudgedAgainByIt() {
        Names names =
                new Names("Turf Holdings", "Turf", List.of(new NamedCmas(CMAS, "Turf Holdings", List.of("Turf"))));
        InvoiceFacts facts = facts(names, List.of());

        assertThat(RuleBooks.INVOICES
                        .judgeBy(facts, List.of(new RuleVersion("PAY-NAME-MATCH", 1)))
                        .judgement()
                        .findings())
                .extracting(Finding::ruleVersion, Finding::verdict)
                .containsOnly(tuple(1, Verdict.FAIL));
        assertThat(findings(facts))
                .extracting(Finding::ruleVersion, Finding::verdict)
                .containsOnly(tuple(2, Verdict.WARN));
    }

    @Test
    void namesOfTwoContractorsAreNoNamesOfOne() {
        NamedCmas turf = new NamedCmas(CMAS, "Turf", List.of("Sod"));
        NamedCmas lawn = new NamedCmas(CmasNumber.parse("4-06-78-0031B"), "Lawn", List.of("Grass"));

        assertThat(findings(facts(new Names("Turf", "Turf", List.of(turf, lawn)), List.of())))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.FAIL);
        assertThat(findings(facts(new Names("Sod", "Grass", List.of(turf, lawn)), List.of())))
                .extracting(Finding::verdict)
                .contains(Verdict.FAIL);
    }

    @Test
    void everyCmasOfTheOrderIsCompared() {
        InvoiceFacts facts = facts(
                new Names(
                        "Turf",
                        "Turf",
                        List.of(
                                new NamedCmas(CMAS, "Turf", List.of()),
                                new NamedCmas(CmasNumber.parse("4-06-78-0031B"), "Lawn", List.of()))),
                List.of());

        assertThat(findings(facts))
                .hasSize(2)
                .allMatch(finding -> finding.message().contains("4-06-78-0031B"));
    }

    private static InvoiceFacts invoice(String onCmas, String onOrder, String onInvoice, List<Attestation> words) {
        return facts(new Names(onInvoice, onOrder, List.of(new NamedCmas(CMAS, onCmas, List.of()))), words);
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
