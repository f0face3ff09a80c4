package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.Citation;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.judging.Rejudgement;
import org.opencmas.compliance.rule.judging.RuleBook;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("A receipt that any release stored reads, is intact, and is judged again by exactly what judged it")
class StoredReceiptsTest {
    static Stream<SealedEvaluation> receipts() throws IOException {
        return StoredReceipts.all().stream();
    }

    @Test
    void theyShowEveryRuleOfTheirDayWithEveryKindOfVerdict() throws IOException {
        List<Finding> findings = receipts()
                .flatMap(receipt -> ReceiptJson.findings(receipt.evaluation().findings()).stream())
                .toList();

        assertThat(findings.stream().map(Finding::verdict).distinct()).containsExactlyInAnyOrder(Verdict.values());
        assertThat(findings.stream()
                        .filter(finding -> finding.ruleVersion() == 1)
                        .map(Finding::ruleId)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void aStoredReceiptIsReproduced(SealedEvaluation receipt) {
        Evaluation stored = receipt.evaluation();
        List<Finding> then = ReceiptJson.findings(stored.findings());

        Rejudgement again = RuleBooks.ORDERS.judgeAgain(FactsJson.facts(stored.facts()), then);

        assertThat(stored.receiptHash()).isEqualTo(receipt.storedHash());
        assertThat(again.unknown()).isEmpty();
        assertThat(again.judgement().findings()).isEqualTo(then);
        assertThat(again.judgement().decision()).isEqualTo(stored.decision());
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void aStoredOrderIsJudgedByTheRulesOfTodayAndAmended(SealedEvaluation receipt) {
        OrderFacts then = FactsJson.facts(receipt.evaluation().facts());
        Order issued = FactsJson.judgedOrder(receipt.evaluation().facts());

        Judgement today = RuleBooks.ORDERS.judge(then);
        Judgement amended = RuleBooks.ORDERS.judge(amendmentOf(issued, then));

        assertThat(today.findings()).isNotEmpty();
        assertThat(amended.findings()).isNotEmpty();
    }

    @Test
    void aRuleAddedLaterChangesNoOldReceipt() throws IOException {
        RuleBook<OrderFacts> grown = new RuleBook<>(
                Stream.concat(RuleBooks.ORDERS.rules().stream(), Stream.of(new NothingPasses()))
                        .toList(),
                RuleBooks.ORDERS.superseded());
        Evaluation stored = receipts().findFirst().orElseThrow().evaluation();
        OrderFacts facts = FactsJson.facts(stored.facts());
        List<Finding> then = ReceiptJson.findings(stored.findings());

        assertThat(grown.judge(facts).findings())
                .anyMatch(finding -> finding.ruleId().equals("TEST-LATER"));
        assertThat(grown.judgeAgain(facts, then).judgement().findings()).isEqualTo(then);
    }

    @Test
    void aVersionThatIsNotKnownIsNamedAndNotPassedOver() throws IOException {
        Evaluation stored = receipts().findFirst().orElseThrow().evaluation();
        RuleBook<OrderFacts> shrunk = new RuleBook<>(RuleBooks.ORDERS.rules(), List.of());

        Rejudgement again = shrunk.judgeAgain(FactsJson.facts(stored.facts()), ReceiptJson.findings(stored.findings()));

        assertThat(again.unknown()).extracting(Object::toString).contains("NSP-DOLLAR-HIGH@1");
    }

    private static OrderFacts amendmentOf(Order issued, OrderFacts facts) {
        LocalDate day = issued.relevantDate().plusDays(1);
        Order amendment = new Order(
                issued.agencyId(),
                issued.agencyOrderNumber(),
                issued.amendmentNumber() + 1,
                issued.orderDate(),
                day,
                issued.contractorId(),
                issued.contractNumber(),
                issued.orderToLocation(),
                issued.tax(),
                issued.freight(),
                issued.subOrders(),
                issued.lines(),
                issued.attestations());
        return new OrderFacts(
                amendment,
                issued,
                issued.subOrders(),
                day,
                facts.agency(),
                facts.contractor(),
                facts.agreements(),
                List.of(),
                facts.listings(),
                facts.newsWaiting(),
                facts.parameters(),
                null);
    }

    private record NothingPasses() implements Rule<OrderFacts> {
        @Override
        public RuleText text() {
            return RuleText.of(
                    "TEST-LATER", 1, RuleKind.BLOCK, "Added later", "For this test.", Citation.guide(1, 5, "None"));
        }

        @Override
        public Optional<String> whyNotApplicable(OrderFacts facts) {
            return Optional.empty();
        }

        @Override
        public List<Outcome> check(OrderFacts facts) {
            return List.of(Outcome.fail("Nothing passes."));
        }
    }
}
