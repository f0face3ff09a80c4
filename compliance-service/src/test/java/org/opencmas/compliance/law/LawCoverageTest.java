package org.opencmas.compliance.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.compliance.law.RequirementTests.Tested;
import org.opencmas.compliance.law.SourceSentences.Place;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;

@DisplayName("Every sentence of both texts is linked to a requirement or has its reason, and every rule to a sentence")
class LawCoverageTest {
    /** Rules that no sentence makes: they follow from the system's own way of working. */
    private static final Set<String> OWN_RULES = Set.of("GEN-ATTESTATION", "NSP-TIER-BY-NSP");

    static Stream<SourceText> sources() {
        return LawIndex.sources().stream();
    }

    @Test
    void everySentenceIsLinkedOrHasAReason() {
        assertThat(LawIndex.sentences())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.rows().isEmpty())
                        .as("%s: rows or a reason, not both and not neither", sentence)
                        .isEqualTo(
                                sentence.reason() != null && !sentence.reason().isBlank()));
    }

    @Test
    void everyLinkNamesARequirementAndEveryRequirementHasALink() {
        Set<String> known =
                LawIndex.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        for (Sentence sentence : LawIndex.sentences()) {
            for (String id : sentence.rows()) {
                if (!known.contains(id)) {
                    fail("law/sentences.tsv links %s, which law/rows.tsv does not know: add its row there."
                            .formatted(id));
                }
            }
        }
        for (String id : known) {
            if (LawIndex.sentences(id).isEmpty()) {
                fail("%s is in law/rows.tsv and no sentence makes it: add it beside its sentence in law/sentences.tsv."
                        .formatted(id));
            }
        }
    }

    /** The closing proof that no row was left out: each has a rule with its test, or tests that name it. */
    @Test
    void everyRequirementOfThisServiceHasATest() {
        List<Tested> rows = RequirementTests.all();
        assertThat(rows).hasSizeGreaterThan(100);
        for (Tested row : rows) {
            if (row.tests().isEmpty()) {
                fail("%s has no test: name one for its rule, or name it in the test of what keeps it."
                        .formatted(row.requirement().id()));
            }
        }
    }

    @Test
    void noTwoSentencesHaveOnePlace() {
        assertThat(LawIndex.sentences().stream()
                        .map(one -> one.source() + one.page() + one.heading() + "/" + one.ordinal()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRuleIsMadeByASentenceUnderTheHeadingThatItCites() {
        for (RuleText rule : RuleBooks.texts()) {
            if (!OWN_RULES.contains(rule.id())
                    && LawIndex.sentences(rule.id()).stream().noneMatch(sentence -> isCited(rule, sentence))) {
                fail("%s is made by no sentence of page %d, \"%s\": add it beside one in law/sentences.tsv."
                        .formatted(
                                rule.id(),
                                rule.citation().page(),
                                rule.citation().heading()));
            }
        }
    }

    private static boolean isCited(RuleText rule, Sentence sentence) {
        return sentence.page() == rule.citation().page()
                && sentence.section().equals(rule.citation().section())
                && sentence.heading()
                        .replace('’', '\'')
                        .startsWith(rule.citation().heading());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theTextIsTheOneThatWasReadAndHasTheSentencesThatAreLinked(SourceText source) throws IOException {
        Optional<Path> file = beside(source);
        assumeTrue(file.isPresent(), source.file() + " is not beside this checkout: its sentences are not compared");
        byte[] bytes = Files.readAllBytes(file.orElseThrow());

        assertThat(DigestUtils.sha256Hex(bytes))
                .as("another edition of %s", source.file())
                .isEqualTo(source.sha256());
        assertThat(SourceSentences.of(source.id(), Files.readString(file.orElseThrow())))
                .containsExactlyElementsOf(LawIndex.sentences().stream()
                        .filter(sentence -> sentence.source().equals(source.id()))
                        .map(Place::of)
                        .toList());
    }

    /** In a folder of shared data above this checkout. */
    private static Optional<Path> beside(SourceText source) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/domain/sources").resolve(source.file()))
                .filter(Files::exists)
                .findFirst();
    }

    @Test
    void aSentenceThatIsChangedAddedOrMovedIsNoticed() {
        List<Place> known =
                SourceSentences.of("LETTER", "PROCESS\nAsk first. Then buy, e.g. Laptops.\nQUESTIONS\nAsk.");

        assertThat(known).extracting(Place::heading).containsExactly("PROCESS", "PROCESS", "QUESTIONS");
        assertThat(known).extracting(Place::ordinal).containsExactly(1, 2, 1);
        assertThat(known)
                .isEqualTo(SourceSentences.of(
                        "LETTER", "PROCESS\nAsk first.\nThen buy,\n e.g. Laptops.\nQUESTIONS\nAsk."));
        assertThat(SourceSentences.of("LETTER", "PROCESS\nAsk last. Then buy, e.g. Laptops.\nQUESTIONS\nAsk."))
                .isNotEqualTo(known);
        assertThat(SourceSentences.of("LETTER", "PROCESS\nAsk first. Wait. Then buy, e.g. Laptops.\nQUESTIONS\nAsk."))
                .isNotEqualTo(known);
        assertThat(SourceSentences.of("LETTER", "PROCESS\nAsk first.\nQUESTIONS\nThen buy, e.g. Laptops. Ask."))
                .isNotEqualTo(known);
    }
}
