package org.opencmas.compliance.law;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.testkit.CommittedDocument;

@DisplayName("A rule's worked pass and worked fail are cases of its own test")
class WorkedExamplesTest {
    private static final Path COMMITTED = Path.of("src/main/resources/law/examples.tsv");
    private static final List<WorkedExample> EXAMPLES = WorkedExamples.all();

    @Test
    void theCommittedExamplesAreCasesOfTheTests() {
        CommittedDocument.assertEquals(
                COMMITTED,
                "rule\tcase\texample\n"
                        + EXAMPLES.stream().map(WorkedExamplesTest::line).collect(Collectors.joining()));
    }

    /** A rule of which none can be tells why, in place of it. */
    @Test
    void everyRuleHasAWorkedPassAndAWorkedFail() {
        for (RuleText rule : RuleBooks.texts()) {
            check(rule.id(), true);
            check(rule.id(), false);
        }
    }

    private static void check(String rule, boolean passes) {
        if (EXAMPLES.stream().noneMatch(one -> one.rule().equals(rule) && one.passes() == passes)) {
            fail(
                    "%s has no worked %s: its test needs a row of a @CsvSource with the verdict, a @WorkedCase on a test method, or a @NoWorkedCase that says why there is none."
                            .formatted(rule, passes ? "pass" : "fail"));
        }
    }

    private static String line(WorkedExample example) {
        return "%s\t%s\t%s\n".formatted(example.rule(), example.passes() ? "pass" : "fail", example.example());
    }
}
