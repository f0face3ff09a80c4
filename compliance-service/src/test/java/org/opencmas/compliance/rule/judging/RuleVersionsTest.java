package org.opencmas.compliance.rule.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Citation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

@DisplayName(
        "Of two versions of a rule side by side the day of the document chooses, and its severity is the agency's where the row says so")
class RuleVersionsTest {
    private static final LocalDate SINCE = LocalDate.of(2019, 8, 1);
    private static final Rule<Memo> FIRST = new Limit(1, 100, SINCE, LocalDate.of(2025, 12, 31), false);
    private static final Rule<Memo> SECOND = new Limit(2, 50, LocalDate.of(2026, 1, 1), null, false);
    private static final RuleBook<Memo> BOOK = new RuleBook<>(List.of(FIRST, SECOND), List.of());

    @ParameterizedTest(name = "75 on {0} is judged by version {1}: {2}, a reading: {3}")
    @CsvSource({
        "2019-07-31, 1, PASS, true",
        "2019-08-01, 1, PASS, false",
        "2025-12-31, 1, PASS, false",
        "2026-01-01, 2, FAIL, false",
        "2199-12-31, 2, FAIL, false"
    })
    void theDayOfTheDocumentChooses(LocalDate day, int version, Verdict verdict, boolean reading) {
        Finding finding = limit(BOOK.judge(new Memo(day, 75, null)));

        assertThat(finding.ruleVersion()).isEqualTo(version);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.message().contains(" A reading: ")).isEqualTo(reading);
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        RuleBook<Memo> turned = new RuleBook<>(List.of(SECOND, FIRST), List.of());

        for (LocalDate day : List.of(SINCE.minusDays(1), LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1))) {
            assertThat(turned.judge(new Memo(day, 75, null))).isEqualTo(BOOK.judge(new Memo(day, 75, null)));
        }
    }

    @ParameterizedTest(name = "on {0}, between two versions, version {1} is read onto the document")
    @CsvSource({"2025-12-31, 1", "2026-01-01, 1", "2026-01-31, 1", "2026-02-01, 2"})
    void onADayBetweenTwoVersionsTheEarlierOneIsAReading(LocalDate day, int version) {
        Rule<Memo> later = new Limit(2, 50, LocalDate.of(2026, 2, 1), null, false);
        Finding finding = limit(new RuleBook<>(List.of(FIRST, later), List.of()).judge(new Memo(day, 75, null)));

        assertThat(finding.ruleVersion()).isEqualTo(version);
        assertThat(finding.message().contains(" A reading: "))
                .isEqualTo(day.isAfter(LocalDate.of(2025, 12, 31)) && version == 1);
    }

    @Test
    void aReceiptIsJudgedAgainByTheVersionThatMadeItWhateverTheDaySays() {
        Memo memo = new Memo(LocalDate.of(2026, 1, 1), 75, null);
        List<Finding> byTheFirst = BOOK.findings(FIRST, memo).toList();

        Rejudgement again = BOOK.judgeAgain(memo, byTheFirst);

        assertThat(again.unknown()).isEmpty();
        assertThat(again.judgement().findings()).isEqualTo(byTheFirst);
    }

    @Test
    void twoVersionsNeverBindOnOneDay() {
        Rule<Memo> tooEarly = new Limit(2, 50, LocalDate.of(2025, 12, 31), null, false);

        assertThatThrownBy(() -> new RuleBook<>(List.of(FIRST, tooEarly), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "TEST-LIMIT@1 and TEST-LIMIT@2 both bind on 2025-12-31: give the earlier one a last day before it.");
    }

    @ParameterizedTest(name = "left to the agency: {0}, which says {1} → {2}, blocking: {3}")
    @CsvSource({
        "true, WARNING, WARN, false",
        "true, BLOCK, FAIL, true",
        "true, , FAIL, true",
        "false, WARNING, FAIL, true",
    })
    void theSeverityIsTheAgencysOnlyWhereTheRequirementSaysSo(
            boolean left, @Nullable RuleKind chosen, Verdict verdict, boolean blocking) {
        Rule<Memo> rule = new Limit(1, 50, SINCE, null, left);
        Finding finding = limit(new RuleBook<>(List.of(rule), List.of()).judge(new Memo(SINCE, 75, chosen)));

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(blocking);
        assertThat(finding.remedy()).isEqualTo("Lower it to 50.");
    }

    @ParameterizedTest(name = "on {0}, of versions 1 to 3 that all have ended, version {1} is the nearest")
    @CsvSource({"2000-01-01, 1", "2020-12-31, 1", "2021-06-01, 2", "2026-06-01, 3"})
    void whereNoneBindsTheLatestThatHasEndedIsReadOntoTheDocument(LocalDate day, int version) {
        RuleBook<Memo> ended = new RuleBook<>(
                List.of(
                        new Limit(1, 100, SINCE, LocalDate.of(2020, 12, 31), false),
                        new Limit(2, 50, LocalDate.of(2021, 1, 1), LocalDate.of(2021, 5, 31), false),
                        new Limit(3, 10, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), false)),
                List.of());

        assertThat(limit(ended.judge(new Memo(day, 75, null))).ruleVersion()).isEqualTo(version);
    }

    @ParameterizedTest(name = "asked by versions 1 and 2 on {0}, version {1} answers")
    @CsvSource({"2019-07-31, 1", "2025-12-31, 1", "2026-01-01, 2", "2199-12-31, 2"})
    void askedByTwoVersionsTheOneOfTheDayAnswersAlone(LocalDate day, int version) {
        Rejudgement both = BOOK.judgeBy(
                new Memo(day, 75, null), List.of(new RuleVersion("TEST-LIMIT", 1), new RuleVersion("TEST-LIMIT", 2)));

        assertThat(both.judgement().findings())
                .extracting(RuleVersion::of)
                .containsExactly(new RuleVersion("TEST-LIMIT", version));
        assertThat(both.unknown()).isEmpty();
    }

    @Test
    void aVersionThatWasReplacedOrSupersededIsKnownAndAnyOtherIsNot() {
        Memo memo = new Memo(SINCE, 75, null);
        RuleVersion attestations = RuleVersion.of(Attestations.TEXT);
        RuleBook<Memo> book = new RuleBook<>(
                List.of(FIRST, SECOND), List.of(new Ended(8)), List.of(new Limit(7, 10, SINCE, null, false)));

        assertThat(book.superseded()).extracting(SupersededRule::version).containsExactly(version(8));
        assertThat(List.of(version(1), version(2), version(7), version(8), attestations))
                .allMatch(book::knows);
        assertThat(List.of(version(3), new RuleVersion("NO-SUCH", 1), new RuleVersion(attestations.ruleId(), 99)))
                .noneMatch(book::knows);
        Rejudgement again = book.judgeBy(memo, List.of(version(7), version(8), version(3), attestations));
        assertThat(again.judgement().findings())
                .extracting(RuleVersion::of)
                .containsExactly(version(7), version(8), attestations);
        assertThat(again.judgement().findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.FAIL, Verdict.FAIL, Verdict.NOT_APPLICABLE);
        assertThat(again.unknown()).containsExactly(version(3));
    }

    @Test
    void aBookIsNamedByTheVersionsOfItsRulesInAnyOrder() {
        String both = new RuleBook<>(List.of(FIRST, SECOND), List.of()).version();

        assertThat(both).matches("[0-9a-f]{64}");
        assertThat(new RuleBook<>(List.of(SECOND, FIRST), List.of()).version()).isEqualTo(both);
        assertThat(new RuleBook<>(List.of(FIRST), List.of()).version()).isNotEqualTo(both);
        assertThat(BOOK.text("TEST-LIMIT").orElseThrow().version()).isEqualTo(2);
        assertThat(BOOK.text("NO-SUCH")).isEmpty();
        assertThat(RuleVersion.parse(version(12).toString())).isEqualTo(version(12));
    }

    @Test
    void itsFiguresAreThoseOfItsRules() {
        Rule<Memo> withFigure = new Rule<>() {
            @Override
            public RuleText text() {
                return FIRST.text().using(ParameterName.PW_BOND_TRIGGER);
            }

            @Override
            public List<Outcome> check(Memo memo) {
                return FIRST.check(memo);
            }
        };

        assertThat(new RuleBook<>(List.of(withFigure), List.of()).figures())
                .containsExactlyInAnyOrder(ParameterName.PW_BOND_TRIGGER, ParameterName.ATTESTATION_DAYS);
    }

    private static RuleVersion version(int version) {
        return new RuleVersion("TEST-LIMIT", version);
    }

    /** A version whose logic was wrong. */
    private record Ended(int number) implements SupersededRule<Memo> {
        @Override
        public RuleVersion version() {
            return RuleVersionsTest.version(number);
        }

        @Override
        public Stream<Finding> findings(Memo memo) {
            return BOOK.findings(new Limit(number, 0, SINCE, null, false), memo);
        }
    }

    private static Finding limit(Judgement judgement) {
        return judgement.findings().stream()
                .filter(finding -> finding.ruleId().equals("TEST-LIMIT"))
                .findFirst()
                .orElseThrow();
    }

    /** @param severity as the agency chose; null when it chose none */
    private record Memo(LocalDate day, int amount, @Nullable RuleKind severity) implements Facts {
        @Override
        public LocalDate judgedAsOf() {
            return day;
        }

        @Override
        public LocalDate receivedOn() {
            return day;
        }

        @Override
        public List<Attestation> attestations() {
            return List.of();
        }

        @Override
        public Optional<AgencyClass> agencyClass() {
            return Optional.empty();
        }

        @Override
        public Trouble unknownAgency() {
            return Outcome.undetermined("A memo has no agency.");
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    private record Limit(
            int version, int most, LocalDate from, @Nullable LocalDate through, boolean left) implements Rule<Memo> {
        @Override
        public RuleText text() {
            RuleText text = RuleText.of(
                            "TEST-LIMIT",
                            version,
                            RuleKind.BLOCK,
                            "A limit",
                            "At most so much.",
                            Citation.guide(1, 5, "None"))
                    .between(from, through);
            return left ? text.withSeverityByAgency() : text;
        }

        @Override
        public RuleKind kind(Memo memo) {
            return memo.severity() == null ? RuleKind.BLOCK : memo.severity();
        }

        @Override
        public List<Outcome> check(Memo memo) {
            return List.of(
                    memo.amount() <= most
                            ? Outcome.pass("Within.")
                            : Outcome.fail("Above.").remedy("Lower it to %d.", most));
        }
    }
}
