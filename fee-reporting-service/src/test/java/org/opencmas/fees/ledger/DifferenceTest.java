package org.opencmas.fees.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.ledger.worth.Facts;
import org.opencmas.fees.ledger.worth.FeeFromScratch;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.Usd;

@DisplayName("What is posted is the difference between what the order is worth now and what was posted before")
class DifferenceTest {
    private static final LocalDate ORDER_DATE = LocalDate.of(2026, 5, 20);
    private static final List<Certificate> SMALL_BUSINESS =
            List.of(Facts.certificate(CertificationType.SB, "2026-01-01", "2026-12-31"));

    @Test
    void aLateWaiverTakesTheFeeBackAndWaivesIt() {
        List<OrderChange> history = List.of(
                Facts.change(1, Cause.ORIGINAL, ORDER_DATE, ORDER_DATE, Map.of(Facts.AGREEMENT, Usd.of("100000.00"))));
        List<Difference> differences = Difference.between(
                worth(AgencyType.CITY, List.of(), history), worth(AgencyType.CITY, SMALL_BUSINESS, history));
        assertThat(differences)
                .extracting(Difference::amount)
                .containsExactly(
                        new Amount(Usd.of("-100000.00"), Usd.of("-1250.00"), Usd.ZERO, -1),
                        new Amount(Usd.of("100000.00"), Usd.ZERO, Usd.of("1250.00"), 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 20261121})
    @DisplayName(
            "over any history the ledger's sum is the fee from scratch, its entries balance, a replay posts nothing")
    void theLedgerEqualsTheFeeFromScratch(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<Dimension, Amount> ledger = new HashMap<>();
            List<OrderChange> history = new ArrayList<>();
            int changes = 1 + random.nextInt(6);
            for (int version = 1; version <= changes; version++) {
                history.add(change(random, version, version == changes && random.nextBoolean()));
                boolean smallBusiness = random.nextInt(4) == 0;
                AgencyType type = AgencyType.values()[random.nextInt(AgencyType.values().length)];
                Map<Dimension, Amount> worth = worth(type, smallBusiness ? SMALL_BUSINESS : List.of(), history);
                post(ledger, worth);
                assertThat(Difference.between(ledger, worth))
                        .as("a replay, seed %d", seed)
                        .isEmpty();
                assertThat(ledger.values().stream().reduce(Amount.ZERO, Amount::plus))
                        .as("seed %d", seed)
                        .isEqualTo(worth.values().stream().reduce(Amount.ZERO, Amount::plus));
            }
        }
    }

    private static OrderChange change(Random random, int version, boolean termination) {
        Cause cause = version == 1 ? Cause.ORIGINAL : termination ? Cause.TERMINATION : Cause.AMENDMENT;
        Usd subtotal = cause == Cause.TERMINATION
                ? Usd.ZERO
                : Usd.of(java.math.BigDecimal.valueOf(random.nextInt(10_000_000), 2));
        LocalDate effectiveOn = version == 1 ? ORDER_DATE : ORDER_DATE.plusDays(random.nextInt(400));
        return Facts.change(version, cause, ORDER_DATE, effectiveOn, Map.of(Facts.AGREEMENT, subtotal));
    }

    private static Map<Dimension, Amount> worth(
            AgencyType type, List<Certificate> certificates, List<OrderChange> history) {
        return ((Worth.Known) FeeFromScratch.of(Facts.of(type, certificates, history))).amounts();
    }

    private static void post(Map<Dimension, Amount> ledger, Map<Dimension, Amount> worth) {
        for (Difference difference : Difference.between(ledger, worth)) {
            for (Leg.Book book : Leg.Book.values()) {
                assertThat(Usd.sum(Leg.of(Facts.AGREEMENT, difference.amount()).stream()
                                .filter(leg -> leg.book() == book)
                                .map(Leg::amount)
                                .toList()))
                        .isEqualTo(Usd.ZERO);
            }
            ledger.merge(difference.dimension(), difference.amount(), Amount::plus);
        }
    }
}
