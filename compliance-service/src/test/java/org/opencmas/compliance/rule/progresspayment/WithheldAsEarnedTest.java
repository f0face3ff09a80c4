package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.GivenPayment;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.Usd;

@DisplayName("PP-WITHHOLD-BASE: the withhold keeps pace with what is earned, and is never paid before acceptance")
class WithheldAsEarnedTest {
    private final Rule<PaymentFacts> rule = new WithheldAsEarned();

    @ParameterizedTest(name = "before {0} + {1}, now {2} + {3} → {4}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        0.00,     0.00,    9000.00,  1000.00,  PASS
        0.00,     0.00,    9000.01,  999.99,   WARN
        9000.00,  1000.00, 9000.00,  1000.00,  PASS
        9000.00,  0.00,    9000.00,  2000.00,  PASS
        9000.00,  1000.00, 9000.01,  999.99,   WARN
        99000.00, 0.00,    9000.00,  0.00,     WARN
        99000.00, 0.00,    9000.01,  99999.00, FAIL
        0.00,     0.00,    0.09,     0.01,     PASS
        0.00,     0.00,    0.10,     0.01,     WARN
        """)
    void bothMeasures(String paid, String withheld, String now, String withheldNow, Verdict verdict) {
        Finding finding = progress(Contract.Kind.GOODS_SPECIAL)
                .before(paid, withheld)
                .of(now)
                .withholding(withheldNow)
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(verdict == Verdict.FAIL);
    }

    @Test
    void onceAllIsAcceptedNothingIsAsked() {
        assertThat(progress(Contract.Kind.GOODS_SPECIAL)
                        .acceptedOn(GivenPayment.DAY)
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(progress(Contract.Kind.GOODS_SPECIAL)
                        .acceptedOn(GivenPayment.DAY.plusDays(1))
                        .withholding("112.00")
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "of 120,000.00, {0} paid before: {1} more may be paid")
    @CsvSource({"0.00, 108000.00", "107999.99, 0.01", "108000.00, 0.00", "108000.01, 0.00"})
    void whatOneMorePaymentMayComeToIsNeverBelowNothing(String before, String most) {
        assertThat(Withholding.find(progress(Contract.Kind.GOODS_SPECIAL)
                                .price("120000.00")
                                .facts())
                        .orElseThrow()
                        .mostNow(Usd.of(before)))
                .isEqualTo(Usd.of(most));
    }

    @Test
    void aPaymentThatIsNoneOfProgressHasNoWithhold() {
        assertThat(Withholding.find(GivenPayment.ordinary().facts())).isEmpty();
    }

    @Test
    void theWorkedOutLeastPassesAndACentLessDoesNot() {
        long seed = 20250424;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Usd price = cents(1_000 + random.nextLong(1_000_000_000_000L));
            Usd earned = cents(100 + random.nextLong(cents(price) - 99));
            Contract.Kind kind = Contract.Kind.values()[random.nextInt(3)];
            Usd before = cents(random.nextLong(cents(earned) / 2));
            Usd least = Withholding.of(of(kind, price, before, earned, Usd.ZERO).facts())
                    .leastSoFar();
            String shown = "seed %d, case %d: price %s, earned %s".formatted(seed, i, price, earned);

            assertThat(of(kind, price, before, earned, least).verdictOf(rule))
                    .as(shown)
                    .isEqualTo(Verdict.PASS);
            assertThat(of(kind, price, before, earned, least.minus(CENT)).verdictOf(rule))
                    .as(shown)
                    .isIn(Verdict.WARN, Verdict.FAIL);
        }
    }

    @Test
    void theWorkedOutMostPassesAndACentMoreBlocks() {
        long seed = 108_000;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Usd price = cents(1_000 + random.nextLong(1_000_000_000_000L));
            Contract.Kind kind = Contract.Kind.values()[random.nextInt(3)];
            Usd most = Withholding.of(of(kind, price, Usd.ZERO, price, price).facts())
                    .mostPaid();
            Usd before = cents(random.nextLong(cents(most)));
            String shown = "seed %d, case %d: price %s".formatted(seed, i, price);

            assertThat(ofWhole(kind, price, before, most).verdictOf(rule))
                    .as(shown)
                    .isEqualTo(Verdict.PASS);
            assertThat(ofWhole(kind, price, before, most.plus(CENT)).askedOf(rule))
                    .as(shown)
                    .allMatch(Finding::blocking);
        }
    }

    private static final Usd CENT = Usd.of("0.01");

    /** Payments that come to what is earned less what is withheld. */
    private static GivenPayment of(Contract.Kind kind, Usd price, Usd before, Usd earned, Usd withheld) {
        Usd now = earned.minus(withheld).minus(before);
        return progress(kind)
                .price(price.toString())
                .before(before.toString(), "0.00")
                .of(now.toString())
                .withholding(withheld.toString());
    }

    /** Payments of that much in all, with all the rest of the price withheld. */
    private static GivenPayment ofWhole(Contract.Kind kind, Usd price, Usd before, Usd paid) {
        return progress(kind)
                .price(price.toString())
                .before(before.toString(), "0.00")
                .of(paid.minus(before).toString())
                .withholding(price.minus(paid).toString());
    }

    private static Usd cents(long cents) {
        return Usd.of(BigDecimal.valueOf(cents, 2));
    }

    private static long cents(Usd amount) {
        return amount.amount().movePointRight(2).longValueExact();
    }
}
