package org.opencmas.compliance;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.testkit.CommittedDocument;

@DisplayName("docs/rules.md says what the rules say")
class RulesDocumentTest {
    @Test
    void theCommittedDocumentIsWhatTheRulesSayOfThemselves() {
        CommittedDocument.assertEquals(Path.of("../docs/rules.md"), document());
    }

    private static String document() {
        return """
                # The rules

                Made from the rules themselves; a test compares. Change a rule, then run the test with `-Dcommitted.update=true`.

                **BLOCK** stops an order until it is mended; where a verdict is NEEDS_ATTESTATION or UNDETERMINED, a named person's
                attestation to that rule on the order answers it, for the lines and the version it was made for. **WARNING** and **CALCULATION** stop nothing. A *reading* is how a
                point that the text leaves open is settled here. That all checks passed says nothing beyond these rules: the
                ordering agency answers for its purchase.

                | rule | kind | binds | asks that | source |
                |---|---|---|---|---|
                """
                + RuleBooks.texts().stream().map(RulesDocumentTest::row).collect(Collectors.joining())
                + RuleBooks.texts().stream().map(RulesDocumentTest::section).collect(Collectors.joining());
    }

    private static String row(RuleText rule) {
        return "| [%s](#%s) | %s | %s | %s | %s, page %d |\n"
                .formatted(
                        rule.id(),
                        rule.id().toLowerCase(java.util.Locale.ROOT),
                        rule.kind(),
                        rule.binds() == null ? "all" : rule.binds(),
                        rule.title(),
                        rule.citation().section(),
                        rule.citation().page());
    }

    private static String latitude(RuleText rule) {
        String otherwise = rule.kind() == RuleKind.BLOCK
                ? "it stops the order until the agency says so"
                : "it is a warning until the agency says so";
        String severity = rule.latitude().severityByAgency()
                ? "\nThe agency sets whether breaking it stops the order or is a warning; " + otherwise + ".\n"
                : "";
        String override = rule.latitude().overridable()
                ? "\nA named person of the agency may go on in spite of it, giving the reason.\n"
                : "";
        return severity + override;
    }

    private static String section(RuleText rule) {
        String reading = rule.reading() == null ? "" : "\n*Reading.* " + rule.reading() + "\n";
        String figures = rule.parameters().isEmpty()
                ? ""
                : "\nFigures: "
                        + rule.parameters().stream()
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", "))
                        + "\n";
        return """

                ## %s

                %s.

                %s
                %s%s%s
                Source: %s, %s, page %d, "%s". Version %d, binds %s; other documents are read by it, and the finding says so.
                """.formatted(
                        rule.id(),
                        rule.title(),
                        rule.meaning(),
                        reading,
                        figures,
                        latitude(rule),
                        rule.citation().document(),
                        rule.citation().section(),
                        rule.citation().page(),
                        rule.citation().heading(),
                        rule.version(),
                        rule.days().through() == null
                                ? "from " + rule.days().from()
                                : "from " + rule.days().from() + " through "
                                        + rule.days().through());
    }
}
