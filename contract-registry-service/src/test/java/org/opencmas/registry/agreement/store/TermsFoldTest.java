package org.opencmas.registry.agreement.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.agreement.terms.ForUseBy;
import org.opencmas.registry.agreement.terms.Terms;
import org.opencmas.registry.agreement.terms.TermsFields;

@DisplayName("CON-SUPPLEMENT: the terms of a day are the fold of what had taken effect and was known")
class TermsFoldTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Instant START = Instant.parse("2026-01-01T20:00:00Z");
    private static final int DAYS = 12;

    private static Terms terms(String name, int years, boolean nsp) {
        return new Terms(
                name,
                FIRST,
                FIRST.plusYears(years),
                ForUseBy.STATE_AND_LOCAL,
                nsp,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Supplement supplement(int number, LocalDate effectiveOn, Terms terms) {
        return new Supplement(
                new Supplement.Key("4-26-01-0001", number),
                effectiveOn,
                terms,
                null,
                new Supplement.Recorded(START.plusSeconds(number), "test"));
    }

    @Test
    void aFieldComesFromTheSupplementThatGaveItItsValueLast() {
        List<Supplement> all = List.of(
                supplement(0, FIRST, terms("Old", 1, true)),
                supplement(1, FIRST.plusDays(10), terms("Old", 2, true)),
                supplement(2, FIRST.plusDays(5), terms("New", 1, true)),
                supplement(3, FIRST.plusDays(20), terms("New", 2, true)));

        TermsFold fold = TermsFold.of(all, FIRST.plusDays(30), null);

        assertThat(fold.inForce()).map(Supplement::number).contains(3);
        assertThat(number(fold, "termEnd")).isEqualTo(1);
        assertThat(number(fold, "nspProvision")).isZero();
        // Supplement 1 was recorded with the old name and takes effect after supplement 2 had brought the new one.
        assertThat(number(fold, "contractorName")).isEqualTo(3);
        assertThat(number(TermsFold.of(all, FIRST.plusDays(9), null), "contractorName"))
                .isEqualTo(2);
        assertThat(number(TermsFold.of(all, FIRST.plusDays(30), START.plusSeconds(1)), "contractorName"))
                .isZero();
        assertThat(TermsFold.of(all, FIRST.minusDays(1), null).sources()).isEmpty();
    }

    private static int number(TermsFold fold, String field) {
        return fold.sources().stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElseThrow()
                .supplementNumber();
    }

    @Test
    void overRandomHistoriesEveryDayHasOneSupplementAndEveryFieldItsSource() {
        long seed = 20_261_128L;
        Random random = new Random(seed);
        for (int history = 0; history < 300; history++) {
            List<Supplement> all = history(random);
            for (int day = -1; day <= DAYS; day++) {
                for (int known = -1; known < all.size(); known++) {
                    assertFolded(
                            all,
                            FIRST.plusDays(day),
                            START.plusSeconds(known),
                            "seed " + seed + ", history " + history);
                }
            }
        }
    }

    private static List<Supplement> history(Random random) {
        List<Supplement> all = new ArrayList<>();
        all.add(supplement(0, FIRST, terms("A", 1, true)));
        IntStream.rangeClosed(1, random.nextInt(7))
                .forEach(number -> all.add(supplement(
                        number,
                        FIRST.plusDays(random.nextInt(DAYS)),
                        terms(random.nextBoolean() ? "A" : "B", 1 + random.nextInt(2), random.nextBoolean()))));
        return all;
    }

    private static void assertFolded(List<Supplement> all, LocalDate day, Instant knownAt, String what) {
        Optional<Supplement> expected = all.stream()
                .filter(each ->
                        !each.effectiveOn().isAfter(day) && !each.recordedAt().isAfter(knownAt))
                .max(Comparator.comparing(Supplement::effectiveOn).thenComparing(Supplement::number));
        TermsFold fold = TermsFold.of(all, day, knownAt);
        assertThat(fold.inForce()).as(what).isEqualTo(expected);
        if (expected.isEmpty()) {
            assertThat(fold.sources()).as(what).isEmpty();
            return;
        }
        var values = TermsFields.of(expected.get().terms());
        assertThat(fold.sources()).as(what).hasSameSizeAs(values.keySet()).allSatisfy(source -> {
            Supplement origin = all.get(source.supplementNumber());
            assertThat(source.value()).isEqualTo(values.get(source.field()));
            assertThat(TermsFields.of(origin.terms()).get(source.field())).isEqualTo(source.value());
            assertThat(all.stream()
                            .filter(each -> !each.effectiveOn().isAfter(day)
                                    && !each.recordedAt().isAfter(knownAt))
                            .filter(each -> Comparator.comparing(Supplement::effectiveOn)
                                            .thenComparing(Supplement::number)
                                            .compare(each, origin)
                                    > 0)
                            .allMatch(each ->
                                    Objects.equals(TermsFields.of(each.terms()).get(source.field()), source.value())))
                    .isTrue();
        });
    }
}
