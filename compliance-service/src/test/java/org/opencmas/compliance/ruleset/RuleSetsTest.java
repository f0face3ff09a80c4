package org.opencmas.compliance.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.compliance.rule.purchaseorder.Given.pricedAndNsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.opencmas.testkit.CommittedDocument;

@DisplayName("Every rule set that orders were judged by is known by its version and can be asked")
class RuleSetsTest {
    private static final Path COMMITTED = Path.of("src/main/resources/law/rule-sets.tsv");

    /** A line stays as long as receipts name its set, so that a new one comes after it; one that no release judged by is taken out by hand. */
    @Test
    void theLastLineIsTheOneInForce() throws IOException {
        String kept = Files.readString(COMMITTED).stripTrailing();
        boolean ends = kept.lines().toList().getLast().startsWith(RuleBooks.ORDERS.version() + "\t");

        CommittedDocument.assertEquals(COMMITTED, ends ? kept : kept + "\n" + inForceFromToday());
    }

    private static String inForceFromToday() {
        return String.join(
                "\t",
                RuleBooks.ORDERS.version(),
                LocalDate.now(ZoneId.of("America/Los_Angeles")).toString(),
                RuleBooks.ORDERS.texts().stream()
                        .map(text -> text.id() + "@" + text.version())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void noneButTheLastIsInForce() {
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
