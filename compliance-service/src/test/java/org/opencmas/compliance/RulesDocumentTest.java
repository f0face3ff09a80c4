package org.opencmas.compliance;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.LawIndex;
import org.opencmas.compliance.law.Requirement;
import org.opencmas.compliance.law.RequirementTests;
import org.opencmas.compliance.law.RequirementTests.Tested;
import org.opencmas.compliance.law.Sentence;
import org.opencmas.compliance.law.WorkedExample;
import org.opencmas.compliance.law.WorkedExamples;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.testkit.CommittedDocument;

@DisplayName("docs/rules.md says what the rules say")
class RulesDocumentTest {
    private static final List<WorkedExample> EXAMPLES = WorkedExamples.all();

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
                + RuleBooks.texts().stream().map(RulesDocumentTest::section).collect(Collectors.joining())
                + attested()
                + tested()
                + coverage();
    }

    /** What no machine can judge, so that a named person's word is asked for. */
    private static String attested() {
        return """

                ## What is only attested

                Whether these hold is for a person to judge, or stands where no system of the State is asked: a named person says so on the order, and the suite keeps who, when and
                by what evidence. Where a fact is missing here, a word for any other rule answers it (UNDETERMINED), after the person has looked it up.

                | rules | what is attested | by | evidence | holds |
                |---|---|---|---|---|
                """
                + RuleBooks.ORDERS.attestationKinds().stream()
                        .filter(kind -> kind.rules().size() == 1)
                        .map(kind -> "| %s | %s | %s | %s | %s |\n"
                                .formatted(
                                        kind.rules().stream()
                                                .map(RulesDocumentTest::requirement)
                                                .collect(Collectors.joining(", ")),
                                        kind.statement(),
                                        kind.signedBy(),
                                        kind.evidence(),
                                        kind.ends() ? "for the days of `ATTESTATION_DAYS`" : "for its order"))
                        .collect(Collectors.joining());
    }

    /** Every requirement of this service with the class that judges it and the tests that show it. */
    private static String tested() {
        List<Tested> rows = RequirementTests.all();
        return """

                ## Requirements and their tests

                All %d requirements of the sources that this service answers for, alone or with another. What no rule judges is kept by reviews, by exemption determinations, or by how
                an amended order is judged; the tests that name it are listed.

                | requirement | kept by | judged by | shown by |
                |---|---|---|---|
                """.formatted(rows.size())
                + rows.stream()
                        .map(row -> "| %s | %s | %s | %s |\n"
                                .formatted(
                                        RuleBooks.text(row.requirement().id()).isPresent()
                                                ? requirement(row.requirement().id())
                                                : row.requirement().id(),
                                        row.requirement().services(),
                                        row.judgedBy(),
                                        String.join(", ", row.tests())))
                        .collect(Collectors.joining());
    }

    /** Every sentence of both texts, with what it makes or why it makes nothing. */
    private static String coverage() {
        String sources = LawIndex.sources().stream()
                .map(source -> "- %s: `%s`, SHA-256 `%s`\n".formatted(source.title(), source.file(), source.sha256()))
                .collect(Collectors.joining());
        long linked = LawIndex.sentences().stream()
                .filter(sentence -> !sentence.rows().isEmpty())
                .count();
        return """

                ## Coverage of the two texts

                %s
                Of their %d sentences, %d make requirements and %d make none, with the reason beside each. A sentence is known by its place and by the hash of
                its words ([sentences.tsv](../compliance-service/src/main/resources/law/sentences.tsv)); the words are not kept here. A requirement with a
                link above is a rule of this book; any other is kept by the service that its row names.

                | text | page | heading | sentence | requirements, or why none |
                |---|---|---|---|---|
                """.formatted(
                                sources,
                                LawIndex.sentences().size(),
                                linked,
                                LawIndex.sentences().size() - linked)
                + LawIndex.sentences().stream().map(RulesDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Sentence sentence) {
        String makes = sentence.rows().isEmpty()
                ? "*" + sentence.reason() + "*"
                : sentence.rows().stream().map(RulesDocumentTest::requirement).collect(Collectors.joining(", "));
        return "| %s | %s | %s | %d | %s |\n"
                .formatted(
                        sentence.source().toLowerCase(Locale.ROOT),
                        sentence.page() == 0 ? "" : sentence.page(),
                        sentence.heading(),
                        sentence.ordinal(),
                        makes);
    }

    private static String requirement(String id) {
        return RuleBooks.text(id).isPresent()
                ? "[%s](#%s)".formatted(id, id.toLowerCase(Locale.ROOT))
                : "%s (%s)"
                        .formatted(
                                id,
                                LawIndex.requirement(id)
                                        .map(Requirement::services)
                                        .orElse("?"));
    }

    /** Who is bound, from what it is judged, where its limits are, and a case on each side of them. */
    private static String law(RuleText rule) {
        String row = LawIndex.requirement(rule.id())
                .map(found -> "\nBound: %s. Judged from: %s.%s\n"
                        .formatted(
                                found.bound(),
                                found.inputs(),
                                found.boundaries().equals("-") ? "" : " Limits: " + found.boundaries() + "."))
                .orElse("\nA rule of this system's own.\n");
        String pass =
                example(rule, true).map(text -> "\nPasses: " + text + "\n").orElse("");
        String fail =
                example(rule, false).map(text -> "\nDoes not: " + text + "\n").orElse("");
        return row + pass + fail;
    }

    /** As its test has it now, which {@code law/examples.tsv} follows. */
    private static Optional<String> example(RuleText rule, boolean passes) {
        return EXAMPLES.stream()
                .filter(one -> one.rule().equals(rule.id()) && one.passes() == passes)
                .map(WorkedExample::example)
                .findFirst();
    }

    private static String row(RuleText rule) {
        return "| [%s](#%s) | %s | %s | %s | %s, page %d |\n"
                .formatted(
                        rule.id(),
                        rule.id().toLowerCase(Locale.ROOT),
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
                %s%s%s%s
                Source: %s, %s, page %d, "%s". Version %d, binds %s; other documents are read by it, and the finding says so.
                """.formatted(
                        rule.id(),
                        rule.title(),
                        rule.meaning(),
                        reading,
                        figures,
                        latitude(rule),
                        law(rule),
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
