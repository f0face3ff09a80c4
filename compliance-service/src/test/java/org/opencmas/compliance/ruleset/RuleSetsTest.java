package org.opencmas.compliance.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.compliance.rule.purchaseorder.Given.pricedAndNsp;

import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.judging.RuleVersion;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.problem.InvalidRequest;

@DisplayName("Every rule set that orders were judged by is known by its version and can be asked")
class RuleSetsTest {
    @Test
    void theOneInForceIsTheLastAndHasTheRulesOfTheBook() {
        assertThat(RuleSets.inForce().rules().stream().map(RuleVersion::toString))
                .as(
                        "append a line to law/rule-sets.tsv: %s, the day of the release, and these rules",
                        RuleBooks.ORDERS.version())
                .containsExactlyInAnyOrderElementsOf(RuleBooks.ORDERS.texts().stream()
                        .map(text -> text.id() + "@" + text.version())
                        .toList());
        assertThat(RuleSets.inForce().isInForce()).isTrue();
        assertThat(RuleSets.all().subList(0, RuleSets.all().size() - 1)).noneMatch(RuleSet::isInForce);
    }

    @Test
    void theVersionIsTheHashOfItsRules() {
        for (RuleSet set : RuleSets.all()) {
            String text =
                    set.rules().stream().map(RuleVersion::toString).sorted().collect(Collectors.joining("\n"));

            assertThat(DigestUtils.sha256Hex(text)).isEqualTo(set.version());
        }
    }

    @Test
    void eachJudgesAnOrderByItsOwnVersions() {
        OrderFacts facts = pricedAndNsp("100.00", "5000.01").facts();

        for (RuleSet set : RuleSets.all()) {
            Judgement judged = set.judge(facts);

            assertThat(judged.findings().stream().map(RuleSetsTest::version).distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            set.rules().stream().map(RuleVersion::toString).toList());
            assertThat(judged.findings())
                    .anyMatch(finding -> finding.ruleId().equals("NSP-DOLLAR-LOW") && finding.blocking());
        }
    }

    @Test
    void oneThatNobodyKnowsIsRefused() {
        assertThat(RuleSets.asked("ruleSetVersion", null)).isEqualTo(RuleSets.inForce());
        assertThatThrownBy(() -> RuleSets.asked("ruleSetVersion", "abc")).isInstanceOf(InvalidRequest.class);
    }

    private static String version(Finding finding) {
        return finding.ruleId() + "@" + finding.ruleVersion();
    }
}
