package org.opencmas.compliance.review.finding.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.item;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ConsultingOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ContractorsReturn;
import org.opencmas.compliance.review.finding.ReviewedOrder.Neighbours;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.GivenCmas;
import org.opencmas.compliance.rule.purchaseorder.GivenLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.terms.Usd;
import org.opencmas.testkit.SeededGenerator;

@DisplayName("Over 10,000 orders all that was planted is found, and nothing on clean ones")
class PlantedFindingsTest {
    private static final ReviewSettings USUAL = new ReviewSettings(14, 10, 365, new BigDecimal("0.90"), 15);

    private static final Set<FindingKind> OF_ORDERS =
            EnumSet.complementOf(EnumSet.of(FindingKind.REPORT_MISSING, FindingKind.NOT_RETURNED));
    private static final Set<FindingKind> VIOLATIONS = EnumSet.of(
            FindingKind.OVERCHARGE,
            FindingKind.PRICE_BUNDLING,
            FindingKind.WRONG_CMAS_NUMBER,
            FindingKind.CMAS_NOT_ACTIVE);

    private final SeededGenerator random = SeededGenerator.of("PlantedFindingsTest", 20261128L);

    @Test
    void allThatWasPlantedIsFoundAndNothingElse() {
        int clean = 0;
        Set<FindingKind> everPlanted = EnumSet.noneOf(FindingKind.class);
        for (int i = 0; i < 10_000; i++) {
            Set<FindingKind> planted = planted();
            boolean returned = random.yes();
            ReviewedOrder order = orderWith(planted, returned);

            Set<FindingKind> found = AutomaticChecks.find(order).stream()
                    .map(ReviewFinding::kind)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingKind.class)));

            Set<FindingKind> expected = EnumSet.copyOf(planted.isEmpty() ? EnumSet.noneOf(FindingKind.class) : planted);
            if (!returned && planted.stream().anyMatch(VIOLATIONS::contains)) {
                expected.add(FindingKind.NOT_RETURNED);
            }
            assertThat(found).as("order %d", i).isEqualTo(expected);
            everPlanted.addAll(planted);
            clean += planted.isEmpty() ? 1 : 0;
        }
        assertThat(everPlanted).isEqualTo(OF_ORDERS);
        assertThat(clean).isGreaterThan(2_000);
    }

    private Set<FindingKind> planted() {
        Set<FindingKind> planted = EnumSet.noneOf(FindingKind.class);
        for (FindingKind kind : OF_ORDERS) {
            if (random.onceIn(10)) {
                planted.add(kind);
            }
        }
        return planted;
    }

    private ReviewedOrder orderWith(Set<FindingKind> planted, boolean returned) {
        Given given = order(lines(planted).toArray(GivenLine[]::new))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer()
                .on(agreement(planted));
        if (planted.contains(FindingKind.LATE_AMENDMENT)) {
            given.amendedOn(random.day(LocalDate.of(2026, 6, 21), LocalDate.of(2026, 6, 30)));
        } else if (random.yes()) {
            given.amendedOn(random.day(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 6, 20)));
        }
        return new ReviewedOrder(
                given.facts(),
                near(planted, given.document().total()),
                new ContractorsReturn(true, returned ? LocalDate.of(2026, 3, 9) : null),
                USUAL);
    }

    private List<GivenLine> lines(Set<FindingKind> planted) {
        List<GivenLine> lines = new ArrayList<>();
        String price = planted.contains(FindingKind.OVERCHARGE)
                ? random.decimal("100.01", "180.00", 2).toPlainString()
                : random.decimal("0.01", "100.00", 2).toPlainString();
        lines.add(line("1").quantity(Integer.toString(random.between(1, 40))).costing(price));
        if (planted.contains(FindingKind.NOT_ON_CONTRACT)) {
            lines.add(line("2").item("Z-" + random.between(1, 99)).costing("1.00"));
        }
        if (planted.contains(FindingKind.PRICE_BUNDLING)) {
            lines.add(line("3").costing("50.00").lumpSum());
        }
        if (planted.contains(FindingKind.PASS_THROUGH)) {
            lines.add(line("4").costing("50.00").described("Administrative fee for passing the order on"));
        }
        if (planted.contains(FindingKind.NSP_NEAR_LIMIT)) {
            lines.add(line("5")
                    .nsp("1")
                    .costing(random.decimal("4500.00", "5000.00", 2).toPlainString()));
        } else if (random.yes()) {
            lines.add(line("5")
                    .nsp("1")
                    .costing(random.decimal("0.01", "4499.99", 2).toPlainString()));
        }
        return lines;
    }

    private static GivenCmas agreement(Set<FindingKind> planted) {
        GivenCmas agreement = cmas(CMAS).limit("100000.00");
        if (planted.contains(FindingKind.WRONG_CMAS_NUMBER)) {
            agreement.of(Given.OTHER_CONTRACTOR);
        }
        if (planted.contains(FindingKind.CMAS_NOT_ACTIVE)) {
            agreement.status(Agreement.Status.TERMINATED);
        }
        return agreement;
    }

    private Neighbours near(Set<FindingKind> planted, Usd own) {
        boolean split = planted.contains(FindingKind.SPLIT_ORDERS);
        Usd together = split
                ? Usd.of(random.decimal("100000.01", "300000.00", 2))
                : own.plus(Usd.of(random.decimal("0.00", "50000.00", 2)));
        ConsultingOrder advised = planted.contains(FindingKind.CONSULTING_THEN_SALE)
                ? new ConsultingOrder(LocalDate.of(2025, 10, 1), "PO-0")
                : null;
        return new Neighbours(split ? random.between(2, 9) : random.between(1, 3), together, advised);
    }
}
