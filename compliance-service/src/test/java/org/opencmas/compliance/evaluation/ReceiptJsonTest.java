package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.RuleVersion;

@DisplayName("The rules that judged a receipt can be read whichever release wrote it")
class ReceiptJsonTest {
    @Test
    void whatALaterReleaseWritesBesideThemIsSkipped() {
        String findings = """
                [{"ruleId": "SVC-FOLLOWON", "ruleVersion": 1, "verdict": "PASS"},
                 {"ruleId": "SVC-FOLLOWON", "ruleVersion": 1, "verdict": "WARN"},
                 {"ruleId": "SVC-FOLLOWON", "ruleVersion": 99, "verdict": "POSTPONED", "citation": {"document": "LATER"}}]""";

        assertThat(ReceiptJson.rules(findings))
                .containsExactly(new RuleVersion("SVC-FOLLOWON", 1), new RuleVersion("SVC-FOLLOWON", 99))
                .filteredOn(rule -> !RuleBooks.ORDERS.knows(rule))
                .containsExactly(new RuleVersion("SVC-FOLLOWON", 99));
    }

    @Test
    void everyRuleOfEveryStoredReceiptIsKnown() throws Exception {
        assertThat(StoredReceipts.all())
                .allSatisfy(stored -> assertThat(
                                ReceiptJson.rules(stored.evaluation().findings()))
                        .isNotEmpty()
                        .allMatch(RuleBooks.ORDERS::knows));
    }
}
