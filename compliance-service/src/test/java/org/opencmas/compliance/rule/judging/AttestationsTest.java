package org.opencmas.compliance.rule.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;

@DisplayName("GEN-ATTESTATION: an attestation lifts only the rule, the lines and the document version it was made for")
class AttestationsTest {
    private static final String RULE = "ORD-LINES-ON-CONTRACT";
    private static final LocalDate AMENDED = LocalDate.of(2026, 4, 1);
    private static final LocalDate ARRIVED = LocalDate.of(2026, 4, 5);

    @ParameterizedTest(name = "to {0} by \"{1}\", saying \"{2}\", dated {3} → {4}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        ORD-LINES-ON-CONTRACT, B. Buyer, seen, 2026-03-02, PASS
        ORD-LINES-ON-CONTRACT, B. Buyer, seen, 2026-04-05, PASS
        ORD-LINES-ON-CONTRACT, B. Buyer, seen, 2026-03-01, FAIL
        ORD-LINES-ON-CONTRACT, B. Buyer, seen, 2026-04-06, FAIL
        ORD-LINES-ON-CONTRACT, B. Buyer, seen, 2199-01-01, FAIL
        ORD-LINES-ON-CONTRACT, ' ',      seen, 2026-03-02, FAIL
        ORD-LINES-ON-CONTRACT, B. Buyer, ' ',  2026-03-02, FAIL
        NOPE,                  B. Buyer, seen, 2026-03-02, FAIL
        ord-lines-on-contract, B. Buyer, seen, 2026-03-02, FAIL
        GEN-ATTESTATION,       B. Buyer, seen, 2026-03-02, PASS
        """)
    void boundaries(String rule, String by, String statement, LocalDate on, Verdict verdict) {
        Given given = unlisted().receivedOn(ARRIVED).attested(new Attestation(rule, statement, by, on, null));

        List<Finding> judged = findings(given, "GEN-ATTESTATION");

        assertThat(judged).singleElement().extracting(Finding::verdict).isEqualTo(verdict);
        assertThat(judged).allMatch(finding -> finding.blocking() == (verdict == Verdict.FAIL));
        if (verdict == Verdict.FAIL) {
            assertThat(judged.getFirst().message()).contains(rule);
            assertThat(findings(given, RULE)).anyMatch(Finding::blocking);
        }
    }

    @Test
    void oneThatWasWithdrawnAnswersNothingAndIsNamed() {
        Attestation made = attestation(null, null);
        Given withdrawn = unlisted()
                .attested(made.withdrawn(
                        new Attestation.Withdrawal(LocalDate.of(2026, 3, 9), "C. Chief", "It was another page.")));

        assertThat(findings(unlisted().attested(made), RULE)).noneMatch(Finding::blocking);
        assertThat(findings(withdrawn, RULE)).allMatch(Finding::blocking);
        assertThat(findings(withdrawn, "GEN-ATTESTATION")).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.message())
                    .isEqualTo("The attestation by B. Buyer to " + RULE
                            + " of 2026-03-02 was withdrawn on 2026-03-09 by C. Chief: It was another page.");
            assertThat(finding.remedy()).isEqualTo("Leave it out, or have a person attest anew.");
        });
    }

    @Test
    void whereNobodyAttestsThereIsNothingToAsk() {
        assertThat(findings(unlisted(), "GEN-ATTESTATION"))
                .singleElement()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void itLiftsOnlyTheLinesItWasMadeFor() {
        Given attested = unlisted().attested(attestation(List.of("1"), null));

        assertThat(blocked(attested)).containsExactly(List.of("2"));
        assertThat(findings(attested, RULE).getLast().message())
                .endsWith("What B. Buyer attested on 2026-03-02 was made for line 1 only.");
        assertThat(blocked(attested.attested(attestation(List.of("2"), null)))).isEmpty();
    }

    @ParameterizedTest(name = "by B. Buyer, recorded by {0} → {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, on 2026-03-02: seen",
                "B. Buyer, on 2026-03-02: seen",
                "erp, 'on 2026-03-02, recorded by erp: seen'"
            })
    void whoAttestsAndWhoSentItAreBothTold(String recordedBy, String told) {
        Given given = unlisted()
                .attested(new Attestation(RULE, "seen", "B. Buyer", Given.ORDER_DATE, null, null, null, recordedBy));

        assertThat(findings(given, RULE))
                .allMatch(finding -> finding.message().endsWith("Attested by B. Buyer " + told));
    }

    @ParameterizedTest(name = "to {0} on 2026-03-02, the order arrives on {1} → lifts {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        SOL-MIN3-STATE,        2026-05-31, true
        SOL-MIN3-STATE,        2026-06-01, false
        ORD-LINES-ON-CONTRACT, 2026-06-01, true
        """)
    void oneOfAKindThatEndsDoesNotLiftPastItsTime(String rule, LocalDate arrives, boolean lifts) {
        Given attested = unlisted()
                .stateBuyer()
                .receivedOn(arrives)
                .attested(new Attestation(rule, "seen", "B. Buyer", Given.ORDER_DATE, null));

        assertThat(findings(attested, rule)).allMatch(finding -> finding.blocking() != lifts);
        if (!lifts) {
            assertThat(findings(attested, rule).getFirst().message())
                    .endsWith("What B. Buyer attested on 2026-03-02 held through 2026-05-31.");
            assertThat(findings(attested.withoutFigures(), "GEN-ATTESTATION"))
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.PASS);
        }
    }

    @Test
    void aReceiptThatKnowsNoEndIsJudgedWithoutOne() {
        List<Finding> judged = findings(
                order(line("1").kind(LineKind.SERVICES))
                        .withoutFigures()
                        .agencySets(new Agency.Settings(null, null, null, null, null, true, null, null, null))
                        .receivedOn(Given.ORDER_DATE.plusDays(500))
                        .attested("GEN-LEGAL-COUNSEL"),
                "GEN-LEGAL-COUNSEL");

        assertThat(judged.getFirst().message()).contains("Attested by");
    }

    @Test
    void whatIsMissingIsNamedByItsKind() {
        OrderFacts facts =
                unlisted().stateBuyer().attested("ORD-LINES-ON-CONTRACT").facts();

        List<MissingAttestation> missing = RuleBooks.ORDERS.missing(facts, RuleBooks.ORDERS.judge(facts));

        assertThat(missing)
                .contains(
                        new MissingAttestation("SOL-MIN3-STATE", "SOL-MIN3-STATE", true, List.of()),
                        new MissingAttestation(AttestationKinds.FACT, "CON-PRICE-CEILING", true, List.of("1")))
                .noneMatch(one -> one.rule().equals("ORD-LINES-ON-CONTRACT"));
    }

    @Test
    void nothingIsMissingThatPassesOrIsAnswered() {
        String copy = "CON-COPY-OBTAINED";
        OrderFacts silent = unlisted().facts();
        OrderFacts attested = unlisted().attested(copy).facts();

        assertThat(missing(silent)).contains(copy).doesNotContain("CON-NUMBER-CATEGORY", "SOL-RFO-NEEDED");
        assertThat(missing(attested)).doesNotContain(copy);
    }

    @Test
    void oneThatIsFaultyIsNotSaidToBeMadeForOthers() {
        Attestation early = new Attestation(
                RULE, "seen", "B. Buyer", Given.ORDER_DATE.minusDays(1), null, List.of("1"), null, "erp");

        assertThat(findings(unlisted().attested(early), RULE))
                .noneMatch(finding -> finding.message().contains("was made for"));
    }

    private static List<String> missing(OrderFacts facts) {
        return RuleBooks.ORDERS.missing(facts, RuleBooks.ORDERS.judge(facts)).stream()
                .map(MissingAttestation::rule)
                .toList();
    }

    @Test
    void everyRuleOfOrdersIsAnsweredByOneKind() {
        List<String> answered = RuleBooks.ORDERS.attestationKinds().stream()
                .flatMap(kind -> kind.rules().stream())
                .toList();

        assertThat(answered)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(RuleBooks.ORDERS.rules().stream()
                        .map(rule -> rule.text().id())
                        .distinct()
                        .toList());
    }

    @Test
    void itLiftsOnlyTheVersionItWasMadeFor() {
        assertThat(blocked(unlisted().version(2).attested(attestation(null, 2))))
                .isEmpty();
        assertThat(blocked(unlisted().version(2).attested(attestation(null, 1))))
                .hasSize(2);
        assertThat(blocked(unlisted().version(2).attested(attestation(null, null))))
                .isEmpty();
        assertThat(blocked(unlisted().attested(attestation(null, 1)))).hasSize(2);
    }

    @ParameterizedTest(name = "judged as version 2, made for version {0} → {1}")
    @CsvSource({"0, FAIL", "1, PASS", "2, PASS", "3, FAIL"})
    void aVersionThatDoesNotExistIsAFinding(int version, Verdict verdict) {
        assertThat(findings(unlisted().version(2).attested(attestation(null, version)), "GEN-ATTESTATION"))
                .singleElement()
                .extracting(Finding::verdict)
                .isEqualTo(verdict);
    }

    @Test
    void aLineThatIsNotThereIsAFindingUnlessAnEarlierVersionHadIt() {
        assertThat(findings(unlisted().version(2).attested(attestation(List.of("9"), 2)), "GEN-ATTESTATION"))
                .allMatch(Finding::blocking);
        assertThat(findings(unlisted().version(2).attested(attestation(List.of("9"), 1)), "GEN-ATTESTATION"))
                .noneMatch(Finding::blocking);
    }

    @ParameterizedTest(name = "on the amendment of 2026-04-01, made for version {0}, dated {1} → {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-03-31, FAIL",
                "-, 2026-04-01, PASS",
                "2, 2026-03-31, FAIL",
                "2, 2026-04-01, PASS",
                "1, 2026-03-01, FAIL",
                "1, 2026-03-02, PASS"
            })
    void itIsNotOlderThanTheVersionItIsAbout(Integer version, LocalDate on, Verdict verdict) {
        Given amendment = unlisted()
                .amendedOn(AMENDED)
                .receivedOn(ARRIVED)
                .version(2)
                .attested(new Attestation(RULE, "seen", "B. Buyer", on, null, null, version, "erp"));

        assertThat(findings(amendment, "GEN-ATTESTATION"))
                .singleElement()
                .extracting(Finding::verdict)
                .isEqualTo(verdict);
    }

    @Test
    void anOutcomeAboutTheWholeOrderNeedsAWordForAllLines() {
        Given unplaced = order(line("1"), line("2").on(Given.SECOND)).location(null);
        String rule = "MULTI-ONE-LOCATION";

        assertThat(findings(unplaced.attested(attestation(rule, List.of("1"), null)), rule))
                .allMatch(Finding::blocking);
        assertThat(findings(unplaced.attested(attestation(rule, List.of("2"), null)), rule))
                .noneMatch(Finding::blocking);
    }

    private static Given unlisted() {
        return order(line("1"), line("2")).priceListIs(LineListing.ListState.NONE);
    }

    private static Attestation attestation(List<String> lines, Integer version) {
        return attestation(RULE, lines, version);
    }

    private static Attestation attestation(String rule, List<String> lines, Integer version) {
        return new Attestation(rule, "seen", "B. Buyer", Given.ORDER_DATE, null, lines, version, "erp");
    }

    private static List<List<String>> blocked(Given given) {
        return findings(given, RULE).stream()
                .filter(Finding::blocking)
                .map(Finding::lineIds)
                .toList();
    }

    private static List<Finding> findings(Given given, String rule) {
        return RuleBooks.ORDERS.judge(given.facts()).findings().stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .toList();
    }
}
