package org.opencmas.fees.ledger.worth;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.Usd;

class FeeFromScratchTest {
    private static final LocalDate ORDER_DATE = LocalDate.of(2026, 5, 20);
    private static final OrderChange ORIGINAL =
            Facts.change(1, Cause.ORIGINAL, ORDER_DATE, ORDER_DATE, Map.of(Facts.AGREEMENT, Usd.of("100000.00")));

    private static Worth.Known known(FeeFacts facts) {
        return (Worth.Known) FeeFromScratch.of(facts);
    }

    private static Map<String, Usd> basesByQuarter(Worth.Known worth) {
        return worth.amounts().entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().belongsTo().toString(),
                        entry -> entry.getValue().base()));
    }

    @Test
    @DisplayName("FEE-INCENTIVE-RATE: 100,000.00 of a local order bears 1,250.00")
    void aLocalOrderBearsTheFee() {
        Amount total =
                known(Facts.of(AgencyType.CITY, List.of(), List.of(ORIGINAL))).total();
        assertThat(total).isEqualTo(new Amount(Usd.of("100000.00"), Usd.of("1250.00"), Usd.ZERO, 1));
    }

    @ParameterizedTest
    @EnumSource(names = "STATE_DEPARTMENT", mode = EnumSource.Mode.EXCLUDE, value = AgencyType.class)
    @DisplayName("FEE-INCENTIVE-RATE: every type of local agency bears it, CSU and UC too")
    void everyLocalTypeBearsTheFee(AgencyType type) {
        assertThat(known(Facts.of(type, List.of(), List.of(ORIGINAL))).total().feeDue())
                .isEqualTo(Usd.of("1250.00"));
    }

    @Test
    @DisplayName("FEE-STATE-ADMIN: a State department's order bears no incentive fee")
    void aStateOrderBearsNone() {
        assertThat(known(Facts.of(AgencyType.STATE_DEPARTMENT, List.of(), List.of(ORIGINAL)))
                        .amounts())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} valid {1} through {2}: waived {3}")
    @CsvSource({
        "SB,   2025-05-20, 2026-05-19, false",
        "SB,   2025-05-20, 2026-05-20, true",
        "SB,   2026-05-20, 2027-05-20, true",
        "SB,   2026-05-21, 2027-05-21, false",
        "MB,   2026-01-01, 2026-12-31, true",
        "DVBE, 2026-01-01, 2026-12-31, false",
        "NP,   2026-01-01, 2026-12-31, false"
    })
    @DisplayName(
            "FEE-SB-WAIVER: waived when the small-business certificate is valid on the order date, both ends included")
    void theFeeIsWaivedWhileTheCertificateIsValid(CertificationType type, String from, String through, boolean waived) {
        Amount total = known(
                        Facts.of(AgencyType.COUNTY, List.of(Facts.certificate(type, from, through)), List.of(ORIGINAL)))
                .total();
        assertThat(total.feeWaived()).isEqualTo(waived ? Usd.of("1250.00") : Usd.ZERO);
        assertThat(total.feeDue()).isEqualTo(waived ? Usd.ZERO : Usd.of("1250.00"));
    }

    @Test
    @DisplayName("FEE-AMENDMENTS: an amendment's difference belongs to its own quarter, at the rate of the order date")
    void anAmendmentBelongsToItsQuarter() {
        LocalDate before = LocalDate.of(2018, 6, 30);
        List<OrderChange> history = List.of(
                Facts.change(1, Cause.ORIGINAL, before, before, Map.of(Facts.AGREEMENT, Usd.of("1000.00"))),
                Facts.change(
                        2,
                        Cause.AMENDMENT,
                        before,
                        LocalDate.of(2018, 7, 1),
                        Map.of(Facts.AGREEMENT, Usd.of("1500.00"))),
                Facts.change(
                        3,
                        Cause.AMENDMENT,
                        before,
                        LocalDate.of(2018, 10, 1),
                        Map.of(Facts.AGREEMENT, Usd.of("900.00"))),
                Facts.change(3, Cause.TERMINATION, before, LocalDate.of(2019, 1, 2), Map.of()));
        Worth.Known worth = known(Facts.of(AgencyType.CITY, List.of(), history.reversed()));
        assertThat(basesByQuarter(worth))
                .isEqualTo(Map.of(
                        "2018-Q2", Usd.of("1000.00"),
                        "2018-Q3", Usd.of("500.00"),
                        "2018-Q4", Usd.of("-600.00"),
                        "2019-Q1", Usd.of("-900.00")));
        assertThat(worth.amounts().keySet())
                .allSatisfy(dimension -> assertThat(dimension.rate()).hasToString("0.01"));
        assertThat(worth.total()).isEqualTo(new Amount(Usd.ZERO, Usd.ZERO, Usd.ZERO, 1));
    }

    @Test
    @DisplayName("MULTI-FEE-PURPOSE: the fee runs per agreement's subtotal, not per order")
    void eachAgreementBearsItsOwn() {
        List<OrderChange> history = List.of(
                Facts.change(
                        1,
                        Cause.ORIGINAL,
                        ORDER_DATE,
                        ORDER_DATE,
                        Map.of(Facts.AGREEMENT, Usd.of("300.00"), Facts.OTHER_AGREEMENT, Usd.of("40.00"))),
                Facts.change(
                        2,
                        Cause.AMENDMENT,
                        ORDER_DATE,
                        ORDER_DATE.plusDays(1),
                        Map.of(Facts.AGREEMENT, Usd.of("300.00"))));
        assertThat(known(Facts.of(Facts.AGREEMENT, AgencyType.CITY, List.of(), history))
                        .total()
                        .base())
                .isEqualTo(Usd.of("300.00"));
        assertThat(known(Facts.of(Facts.OTHER_AGREEMENT, AgencyType.CITY, List.of(), history))
                        .total()
                        .base())
                .isEqualTo(Usd.ZERO);
    }

    @Test
    @DisplayName("a rejected order counts for nothing until an amendment is issued in its place; its end alone is none")
    void aRejectedOrderCountsForNothing() {
        LocalDate rejectedOn = LocalDate.of(2026, 7, 2);
        LocalDate amendedOn = LocalDate.of(2026, 10, 3);
        OrderChange rejection = Facts.change(1, Cause.REJECTION, ORDER_DATE, rejectedOn, Map.of());
        List<OrderChange> rejected = List.of(rejection, ORIGINAL);
        assertThat(basesByQuarter(known(Facts.of(AgencyType.CITY, List.of(), rejected))))
                .isEqualTo(Map.of("2026-Q2", Usd.of("100000.00"), "2026-Q3", Usd.of("-100000.00")));
        assertThat(known(Facts.of(AgencyType.CITY, List.of(), rejected)).total())
                .isEqualTo(Amount.ZERO);

        OrderChange amendment =
                Facts.change(2, Cause.AMENDMENT, ORDER_DATE, amendedOn, Map.of(Facts.AGREEMENT, Usd.of("90000.00")));
        assertThat(known(Facts.of(AgencyType.CITY, List.of(), List.of(ORIGINAL, rejection, amendment)))
                        .total())
                .isEqualTo(new Amount(Usd.of("90000.00"), Usd.of("1125.00"), Usd.ZERO, 1));

        OrderChange secondRejection = Facts.change(2, Cause.REJECTION, ORDER_DATE, amendedOn, Map.of());
        OrderChange end =
                Facts.change(2, Cause.TERMINATION, ORDER_DATE, amendedOn, Map.of(Facts.AGREEMENT, Usd.of("500.00")));
        assertThat(known(Facts.of(
                                AgencyType.CITY,
                                List.of(),
                                List.of(ORIGINAL, rejection, amendment, end, secondRejection)))
                        .total())
                .isEqualTo(Amount.ZERO);
        assertThat(known(Facts.of(AgencyType.CITY, List.of(), List.of(ORIGINAL, end)))
                        .total()
                        .base())
                .as("an end of an order that was not rejected")
                .isEqualTo(Usd.of("500.00"));
    }

    @Test
    @DisplayName("an amendment that takes another agreement in the place of a rejected order counts only there")
    void anAmendmentUnderAnotherAgreement() {
        List<OrderChange> history = List.of(
                ORIGINAL,
                Facts.change(1, Cause.REJECTION, ORDER_DATE, ORDER_DATE, Map.of()),
                Facts.change(
                        2,
                        Cause.AMENDMENT,
                        ORDER_DATE,
                        ORDER_DATE,
                        Map.of(Facts.OTHER_AGREEMENT, Usd.of("100000.00"))));
        assertThat(known(Facts.of(Facts.AGREEMENT, AgencyType.CITY, List.of(), history))
                        .total())
                .isEqualTo(Amount.ZERO);
        assertThat(known(Facts.of(Facts.OTHER_AGREEMENT, AgencyType.CITY, List.of(), history))
                        .total()
                        .orders())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("an amendment that changes nothing for the agreement brings nothing")
    void anUnchangedAgreementBringsNothing() {
        List<OrderChange> history =
                List.of(ORIGINAL, Facts.change(2, Cause.AMENDMENT, ORDER_DATE, ORDER_DATE, ORIGINAL.subtotals()));
        assertThat(known(Facts.of(AgencyType.CITY, List.of(), history)).amounts())
                .hasSize(1);
    }

    @Test
    @DisplayName("an agreement first named by an amendment counts as an order from then on")
    void anAgreementMayComeLater() {
        List<OrderChange> history = List.of(
                Facts.change(1, Cause.ORIGINAL, ORDER_DATE, ORDER_DATE, Map.of(Facts.OTHER_AGREEMENT, Usd.of("5.00"))),
                Facts.change(
                        2,
                        Cause.AMENDMENT,
                        ORDER_DATE,
                        ORDER_DATE,
                        Map.of(Facts.OTHER_AGREEMENT, Usd.of("5.00"), Facts.AGREEMENT, Usd.of("7.00"))));
        Worth.Known worth = known(Facts.of(AgencyType.CITY, List.of(), history));
        assertThat(worth.total().orders()).isEqualTo(1);
        assertThat(worth.amounts().keySet())
                .singleElement()
                .satisfies(dimension -> assertThat(dimension.documentVersion()).isEqualTo(2));
    }

    @Test
    @DisplayName("what is not known yet makes the fee uncomputable, never zero")
    void missingFactsAreNamed() {
        FeeFacts all = Facts.of(AgencyType.CITY, List.of(), List.of(ORIGINAL));
        var nothing = new FeeFacts(
                all.agreement(), all.history(), Optional.empty(), Optional.empty(), Optional.empty(), all.rates());
        var noHolder =
                new FeeFacts(all.agreement(), all.history(), all.buyer(), all.held(), Optional.empty(), all.rates());
        assertThat(uncomputable(nothing).missing())
                .containsExactly("agency " + Facts.AGENCY, "agreement " + Facts.AGREEMENT);
        assertThat(uncomputable(nothing).course().base()).isEqualTo(Usd.of("100000.00"));
        assertThat(uncomputable(nothing).course().quarters()).hasToString("[2026-Q2]");
        assertThat(uncomputable(noHolder).missing()).containsExactly("contractor " + Facts.CONTRACTOR);
    }

    @Test
    @DisplayName(
            "an order that comes to nothing under an agreement that nobody knows waits for nothing; a known one waits")
    void nothingUnderAnUnknownAgreement() {
        FeeFacts all = Facts.of(
                AgencyType.CITY,
                List.of(),
                List.of(ORIGINAL, Facts.change(1, Cause.TERMINATION, ORDER_DATE, ORDER_DATE, Map.of())));
        var unknown = new FeeFacts(
                all.agreement(), all.history(), all.buyer(), Optional.empty(), Optional.empty(), all.rates());
        var noBuyer =
                new FeeFacts(all.agreement(), all.history(), Optional.empty(), all.held(), all.holder(), all.rates());
        assertThat(FeeFromScratch.of(unknown)).isEqualTo(new Worth.Known(Map.of()));
        assertThat(uncomputable(noBuyer).course().base()).isEqualTo(Usd.ZERO);
    }

    private static Worth.Uncomputable uncomputable(FeeFacts facts) {
        return (Worth.Uncomputable) FeeFromScratch.of(facts);
    }
}
