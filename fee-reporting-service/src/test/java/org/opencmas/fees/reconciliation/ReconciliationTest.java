package org.opencmas.fees.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

@DisplayName(
        "RPT-ALL-LOCAL, FEE-INCENTIVE-RATE: accrued less reported is the sum of named causes, and nothing is left unexplained")
class ReconciliationTest {
    private static final long SEED = 20_261_128_1620L;
    private static final int CONTRACT_QUARTERS = 10_000;
    private static final Rate RATE = Rate.of("0.0125");
    private static final CalendarQuarter QUARTER = CalendarQuarter.parse("2026-Q3");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);

    private static AccruedLine accrued(OrderName name, Cause cause, String base, Treatment treatment) {
        Usd amount = Usd.of(base);
        return new AccruedLine(
                new AccruedLine.Document(
                        UUID.nameUUIDFromBytes(name.orderNumber().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        name.amendmentNumber() + 1,
                        cause),
                name,
                DAY,
                QUARTER,
                amount,
                treatment == Treatment.NOT_IN_FORCE ? Rate.NONE : RATE,
                treatment,
                treatment == Treatment.DUE ? RATE.shareOf(amount) : Usd.ZERO);
    }

    private static ReportedSale sale(OrderName name, String total, String tax, String freight, Usd fee) {
        return new ReportedSale(
                Optional.empty(), name, AgencyClass.LOCAL, Usd.of(total), Usd.of(tax), Usd.of(freight), fee);
    }

    private static ReportedSale same(AccruedLine line) {
        return new ReportedSale(
                Optional.of(line.document()),
                line.name(),
                AgencyClass.LOCAL,
                line.base(),
                Usd.ZERO,
                Usd.ZERO,
                line.fee());
    }

    private static OrderName name(String number) {
        return new OrderName("City of Lodi", number, 0);
    }

    @ParameterizedTest(name = "{0} reported as {1} with tax {2}, freight {3} and a fee of {4}: {5} {6}")
    @CsvSource({
        "DUE,          1000.00, 0.00,  0.00,  12.50,  '',                      0.00",
        "DUE,          1077.50, 77.50, 0.00,  13.46875, TAX_IN_BASE,           -0.96875",
        "DUE,          1077.51, 77.50, 0.00,  13.468875, AMOUNT,               -0.968875",
        "DUE,          1020.00, 77.50, 20.00, 12.75,  FREIGHT_IN_BASE,         -0.25",
        "DUE,          1097.50, 77.50, 20.00, 13.71875, TAX_AND_FREIGHT_IN_BASE, -1.21875",
        "DUE,          1000.00, 0.00,  0.00,  10.00,  RATE,                    2.50",
        "DUE,          1000.00, 0.00,  0.00,  0.00,   WAIVER_NOT_VALID,        12.50",
        "WAIVED,       1000.00, 0.00,  0.00,  12.50,  WAIVER_NOT_USED,         -12.50",
        "NOT_IN_FORCE, 1000.00, 0.00,  0.00,  10.00,  RATE,                    -10.00",
        "DUE,          10.00,   0.00,  0.00,  0.125,  POINT_MISPLACED,         12.375",
        "DUE,          100000.00, 0.00, 0.00, 1250.00, POINT_MISPLACED,        -1237.50",
        "DUE,          -1000.00, 0.00, 0.00,  -12.50, SIGN_REVERSED,           25.00",
        "DUE,          -100.00, 0.00,  0.00,  -1.25,  AMOUNT,                  13.75",
        "DUE,          1000.01, 0.00,  0.00,  12.500125, AMOUNT,               -0.000125",
        "DUE,          900.00,  0.00,  0.00,  11.25,  AMOUNT,                  1.25",
    })
    void oneLine(
            Treatment treatment,
            String total,
            String tax,
            String freight,
            String fee,
            String cause,
            String difference) {
        AccruedLine line = accrued(name("PO-1"), Cause.ORIGINAL, "1000.00", treatment);
        Reconciliation found = reconcile(List.of(line), List.of(sale(name("po-1"), total, tax, freight, Usd.of(fee))));
        assertThat(found.differences().stream().map(each -> each.cause().name()).collect(Collectors.joining(" ")))
                .isEqualTo(cause);
        assertThat(found.accruedFee().minus(found.reportedFee())).isEqualTo(Usd.of(difference));
        assertExplained(found);
    }

    @ParameterizedTest(name = "1230.45 reported as {0}: {1}")
    @CsvSource({
        "1203.45, DIGITS_SWAPPED",
        "3210.45, DIGITS_SWAPPED",
        "1230.46, AMOUNT",
        "123.045, POINT_MISPLACED",
        "12304.50, POINT_MISPLACED",
        "1203.46, AMOUNT"
    })
    void whatAHandDoesToAnAmount(String total, String cause) {
        AccruedLine line = accrued(name("PO-1"), Cause.ORIGINAL, "1230.45", Treatment.DUE);
        Usd fee = RATE.shareOf(Usd.of(total));
        Reconciliation found = reconcile(List.of(line), List.of(sale(name("PO-1"), total, "0.00", "0.00", fee)));
        assertThat(found.differences().stream().map(each -> each.cause().name()).collect(Collectors.joining(" ")))
                .isEqualTo(cause);
        assertExplained(found);
    }

    @ParameterizedTest(name = "the fee of 1000.39 reported as {0}: {1}")
    @CsvSource({"12.504875, ''", "12.50, ROUNDING", "12.51, RATE", "12.509875, RATE", "12.49, RATE"})
    @DisplayName("up to half a cent is rounding, more is not")
    void rounding(String fee, String cause) {
        AccruedLine line = accrued(name("PO-1"), Cause.ORIGINAL, "1000.39", Treatment.DUE);
        Reconciliation found =
                reconcile(List.of(line), List.of(sale(name("PO-1"), "1000.39", "0.00", "0.00", Usd.of(fee))));
        assertThat(found.differences().stream().map(each -> each.cause().name()).collect(Collectors.joining(" ")))
                .isEqualTo(cause);
        assertExplained(found);
    }

    @Test
    void taxAndAnotherRateOnOneLineAreTwoCauses() {
        AccruedLine line = accrued(name("PO-1"), Cause.ORIGINAL, "1000.00", Treatment.DUE);
        Reconciliation found =
                reconcile(List.of(line), List.of(sale(name("PO-1"), "1077.50", "77.50", "0.00", Usd.of("10.775"))));
        assertThat(found.differences())
                .extracting(DifferenceFound::cause)
                .containsExactly(DifferenceCause.TAX_IN_BASE, DifferenceCause.RATE);
        assertExplained(found);
    }

    @Test
    @DisplayName("an order number is an agency's own: of two agencies' orders of one number the right one is found")
    void twoAgenciesOfOneOrderNumber() {
        AccruedLine lodi = accrued(name("1001"), Cause.ORIGINAL, "1000.00", Treatment.DUE);
        AccruedLine galt = new AccruedLine(
                new AccruedLine.Document(UUID.randomUUID(), 1, Cause.ORIGINAL),
                new OrderName("City of Galt", "1001", 0),
                DAY,
                QUARTER,
                Usd.of("40.00"),
                RATE,
                Treatment.DUE,
                Usd.of("0.50"));
        assertThat(reconcile(
                                List.of(lodi, galt),
                                List.of(
                                        sale(
                                                new OrderName("CITY OF GALT", "1001", 0),
                                                "40.00",
                                                "0.00",
                                                "0.00",
                                                Usd.of("0.50")),
                                        sale(name("1001"), "1000.00", "0.00", "0.00", Usd.of("12.50"))))
                        .differences())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "sales that are taken one after the other are matched as those that are held, and only the first 5,000 are listed")
    void salesTakenInTurn() {
        List<AccruedLine> ledger = List.of(
                accrued(name("PO-1"), Cause.ORIGINAL, "1000.00", Treatment.DUE),
                accrued(name("PO-2"), Cause.ORIGINAL, "500.00", Treatment.DUE));
        List<ReportedSale> sales = new ArrayList<>(List.of(
                sale(name("po-1"), "1000.00", "0.00", "0.00", Usd.of("12.50")),
                sale(new OrderName("Town of Ross", "PO-1", 0), "1000.00", "0.00", "0.00", Usd.of("12.50"))));
        for (int i = 0; i < Reconciliation.MOST_LISTED; i++) {
            sales.add(sale(name("NEW-" + i), "1.00", "0.00", "0.00", Usd.of("0.0125")));
        }
        Reconciliation.Matching matching =
                Reconciliation.begin(new Compared(ledger, List.of(), List.of(), List.of(), List.of(), List.of()));
        sales.forEach(matching::take);
        Reconciliation inTurn = matching.end();
        assertThat(inTurn).isEqualTo(reconcile(ledger, sales));
        assertThat(inTurn.differences()).hasSize(Reconciliation.MOST_LISTED);
        assertThat(inTurn.differenceCount()).isEqualTo(Reconciliation.MOST_LISTED + 2);
        assertThat(inTurn.byCause().keySet())
                .containsExactlyInAnyOrder(
                        DifferenceCause.DUPLICATE,
                        DifferenceCause.ORDER_NOT_IN_SYSTEM,
                        DifferenceCause.ORDER_NOT_IN_REPORT);
        assertExplained(inTurn);
    }

    private static Reconciliation reconcile(List<AccruedLine> accrued, List<ReportedSale> reported) {
        return Reconciliation.of(new Compared(accrued, reported, List.of(), List.of(), List.of(), List.of()));
    }

    private static void assertExplained(Reconciliation found) {
        assertThat(found.unexplainedSales()).isEqualTo(Usd.ZERO);
        assertThat(found.unexplainedFee()).isEqualTo(Usd.ZERO);
    }

    @Test
    @DisplayName("of 10,000 contract-quarters every planted cause is found, and none where all is clean")
    void plantedCauses() {
        var random = new Random(SEED);
        int clean = 0;
        Set<DifferenceCause> seen = EnumSet.noneOf(DifferenceCause.class);
        for (int i = 0; i < CONTRACT_QUARTERS; i++) {
            var contractQuarter = new Planted(random);
            Reconciliation found = Reconciliation.of(contractQuarter.compared());
            assertThat(found.differences().stream()
                            .map(DifferenceFound::cause)
                            .sorted()
                            .toList())
                    .as("seed %d, contract-quarter %d", SEED, i)
                    .isEqualTo(contractQuarter.planted.stream().sorted().toList());
            assertThat(found.unexplainedFee())
                    .as("seed %d, contract-quarter %d", SEED, i)
                    .isEqualTo(Usd.ZERO);
            assertThat(found.unexplainedSales())
                    .as("seed %d, contract-quarter %d", SEED, i)
                    .isEqualTo(Usd.ZERO);
            clean += contractQuarter.planted.isEmpty() ? 1 : 0;
            seen.addAll(contractQuarter.planted);
        }
        assertThat(clean).isGreaterThan(CONTRACT_QUARTERS / 20);
        assertThat(seen).isEqualTo(EnumSet.allOf(DifferenceCause.class));
    }

    /** One contract-quarter with the causes planted in it. */
    private static final class Planted {
        private final Random random;
        private final List<AccruedLine> accrued = new ArrayList<>();
        private final List<ReportedSale> reported = new ArrayList<>();
        private final List<AccruedLine> accruedElsewhere = new ArrayList<>();
        private final List<ReportedSale> reportedElsewhere = new ArrayList<>();
        private final List<OrderName> stateOrders = new ArrayList<>();
        private final List<Compared.TypedDifferently> alike = new ArrayList<>();
        private final List<DifferenceCause> planted = new ArrayList<>();
        private int serial;

        Planted(Random random) {
            this.random = random;
            int orders = 1 + random.nextInt(5);
            for (int i = 0; i < orders; i++) {
                if (random.nextInt(3) > 0) {
                    cleanOrder();
                } else {
                    plant(DifferenceCause.values()[random.nextInt(DifferenceCause.values().length)]);
                }
            }
        }

        Compared compared() {
            java.util.Collections.shuffle(reported, random);
            return new Compared(
                    accrued,
                    reported,
                    accruedElsewhere,
                    reportedElsewhere.stream().map(ReportedSale::name).toList(),
                    stateOrders,
                    alike);
        }

        private OrderName next() {
            return new OrderName("Agency " + random.nextInt(3), "PO-" + ++serial, 0);
        }

        /** From 100.00, with a fraction of a cent in its fee; never a multiple that another rate could explain. */
        private String amount() {
            return BigDecimal.valueOf(10_000 + random.nextInt(90_000_000), 2).toPlainString();
        }

        private AccruedLine line(OrderName name, Cause cause, Treatment treatment) {
            AccruedLine line = accrued(name, cause, amount(), treatment);
            accrued.add(line);
            return line;
        }

        private void report(AccruedLine line, Usd total, Usd tax, Usd freight, Usd fee) {
            Optional<AccruedLine.Document> document =
                    random.nextBoolean() ? Optional.of(line.document()) : Optional.empty();
            reported.add(new ReportedSale(document, line.name(), AgencyClass.LOCAL, total, tax, freight, fee));
        }

        private void cleanOrder() {
            Treatment treatment = Treatment.values()[random.nextInt(3)];
            AccruedLine line = line(next(), Cause.ORIGINAL, treatment);
            report(line, line.base(), Usd.of("77.50"), Usd.of("20.00"), line.fee());
        }

        private void plant(DifferenceCause cause) {
            OrderName name = next();
            switch (cause) {
                case ORDER_NOT_IN_REPORT -> {
                    AccruedLine line = line(name, Cause.ORIGINAL, Treatment.DUE);
                    if (random.nextBoolean()) {
                        report(line, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);
                        ReportedSale denied = reported.removeLast();
                        reported.add(new ReportedSale(
                                Optional.of(line.document()),
                                denied.name(),
                                AgencyClass.LOCAL,
                                Usd.ZERO,
                                Usd.ZERO,
                                Usd.ZERO,
                                Usd.ZERO));
                    }
                }
                case ORDER_NOT_IN_SYSTEM -> reported.add(addition(name));
                case TYPED_DIFFERENTLY -> {
                    AccruedLine line = line(name, Cause.ORIGINAL, Treatment.DUE);
                    var typed =
                            new OrderName(name.agencyName(), name.orderNumber().replace('-', ' '), 0);
                    reported.add(sale(typed, line.base().toString(), "0.00", "0.00", line.fee()));
                    alike.add(new Compared.TypedDifferently(typed, name));
                    // Once of each side.
                    planted.add(cause);
                }
                case TAX_IN_BASE -> tooMuch(name, "77.53", "0.00", "77.53");
                case FREIGHT_IN_BASE -> tooMuch(name, "77.53", "20.01", "20.01");
                case TAX_AND_FREIGHT_IN_BASE -> tooMuch(name, "77.53", "20.01", "97.54");
                case DIGITS_SWAPPED -> typed(name, "1230.45", "1203.45");
                case POINT_MISPLACED -> typed(name, "1230.45", "12304.50");
                case SIGN_REVERSED -> typed(name, "1230.45", "-1230.45");
                case AMOUNT -> tooMuch(name, "77.53", "20.01", "33.33");
                case STATE_ORDER_AS_LOCAL -> {
                    stateOrders.add(name);
                    reported.add(addition(name));
                }
                case LOCAL_ORDER_AS_STATE -> {
                    AccruedLine line = line(name, Cause.ORIGINAL, Treatment.DUE);
                    reported.add(new ReportedSale(
                            Optional.empty(), name, AgencyClass.STATE, line.base(), Usd.ZERO, Usd.ZERO, Usd.ZERO));
                }
                case WRONG_QUARTER -> {
                    if (random.nextBoolean()) {
                        accruedElsewhere.add(accrued(name, Cause.ORIGINAL, amount(), Treatment.DUE));
                        reported.add(addition(name));
                    } else {
                        reportedElsewhere.add(same(line(name, Cause.ORIGINAL, Treatment.DUE)));
                    }
                }
                case RATE -> {
                    AccruedLine line = line(name, Cause.ORIGINAL, Treatment.DUE);
                    report(
                            line,
                            line.base(),
                            Usd.ZERO,
                            Usd.ZERO,
                            Rate.of("0.01").shareOf(line.base()));
                }
                case WAIVER_NOT_VALID -> {
                    AccruedLine line = line(name, Cause.ORIGINAL, Treatment.DUE);
                    report(line, line.base(), Usd.ZERO, Usd.ZERO, Usd.ZERO);
                }
                case WAIVER_NOT_USED -> {
                    AccruedLine line = line(name, Cause.ORIGINAL, Treatment.WAIVED);
                    report(line, line.base(), Usd.ZERO, Usd.ZERO, RATE.shareOf(line.base()));
                }
                case AMENDMENT_IGNORED -> {
                    AccruedLine original = line(name, Cause.ORIGINAL, Treatment.DUE);
                    report(original, original.base(), Usd.ZERO, Usd.ZERO, original.fee());
                    Cause change = List.of(Cause.AMENDMENT, Cause.REJECTION, Cause.TERMINATION)
                            .get(random.nextInt(3));
                    line(new OrderName(name.agencyName(), name.orderNumber(), 1), change, Treatment.DUE);
                }
                case DUPLICATE -> {
                    AccruedLine line = line(name, Cause.ORIGINAL, Treatment.DUE);
                    report(line, line.base(), Usd.ZERO, Usd.ZERO, line.fee());
                    reported.add(sale(name, line.base().toString(), "0.00", "0.00", line.fee()));
                }
                case ROUNDING -> {
                    AccruedLine line = accrued(name, Cause.ORIGINAL, "1000.39", Treatment.DUE);
                    accrued.add(line);
                    report(line, line.base(), Usd.ZERO, Usd.ZERO, line.fee().roundedHalfUp());
                }
            }
            planted.add(cause);
        }

        private ReportedSale addition(OrderName name) {
            Usd total = Usd.of(amount());
            return sale(name, total.toString(), "0.00", "0.00", RATE.shareOf(total));
        }

        private void typed(OrderName name, String right, String wrong) {
            AccruedLine line = accrued(name, Cause.ORIGINAL, right, Treatment.DUE);
            accrued.add(line);
            report(line, Usd.of(wrong), Usd.ZERO, Usd.ZERO, RATE.shareOf(Usd.of(wrong)));
        }

        private void tooMuch(OrderName name, String tax, String freight, String surplus) {
            AccruedLine line = line(name, Cause.ORIGINAL, Treatment.DUE);
            Usd total = line.base().plus(Usd.of(surplus));
            report(line, total, Usd.of(tax), Usd.of(freight), RATE.shareOf(total));
        }
    }
}
