package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.opencmas.terms.Usd;

@DisplayName("NSP limits: the remedy is the least change that passes, to the cent")
class NspLimitTest {
    private static final Usd CENT = Usd.of("0.01");
    private final NspLimit limit =
            new NspLimit(Usd.of("250000.00"), Usd.of("5000.00"), new BigDecimal("0.05"), Usd.of("25000.00"));

    @RepeatedTest(200)
    void theReductionPassesAndACentLessDoesNot(RepetitionInfo run) {
        Random random = new Random(20_190_800L + run.getCurrentRepetition());
        Usd nsp = cents(500_001 + random.nextInt(4_000_000));
        Usd total = nsp.plus(cents(20_000_000 + random.nextInt(40_000_000)));
        if (limit.allows(nsp, total)) {
            return;
        }

        Usd less = limit.leastReduction(nsp, total);

        assertThat(limit.allows(nsp.minus(less), total.minus(less)))
                .as("NSP %s of %s less %s", nsp, total, less)
                .isTrue();
        Usd tooLittle = less.minus(CENT);
        assertThat(limit.allows(nsp.minus(tooLittle), total.minus(tooLittle)))
                .as("NSP %s of %s less %s", nsp, total, tooLittle)
                .isFalse();
    }

    private static Usd cents(long cents) {
        return Usd.of(BigDecimal.valueOf(cents, 2));
    }
}
