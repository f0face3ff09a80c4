package org.opencmas.fees.ledger.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.ledger.declared.DeclaredFromScratch.Standing;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Line;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Order;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

@DisplayName("FEE-INCENTIVE-RATE, RPT-ALL-LOCAL: a declared order counts once, until the agency's order is known")
final class DeclaredFromScratchTest {
    private static DeclaredOrder declared(String quarter, String agency, String number, int amendment, String total) {
        return DeclaredOrder.of(
                CalendarQuarter.parse(quarter),
                agency,
                number,
                amendment,
                LocalDate.of(2026, 2, 3 + amendment),
                Usd.of(total));
    }

    private static KnownDocument known(String agency, String number, int amendment) {
        return new KnownDocument(
                UUID.nameUUIDFromBytes((agency + number).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new Order(Identifier.keyOf(agency), Identifier.keyOf(number)),
                amendment,
                CalendarQuarter.parse("2026-Q1"));
    }

    private static List<String> standings(List<DeclaredOrder> lines, KnownDocument... known) {
        Map<Line, Standing> standings = DeclaredFromScratch.of(lines, List.of(known));
        return lines.stream()
                .map(each -> standings.get(each.line()))
                .map(standing -> standing.base() + " " + standing.cause())
                .toList();
    }

    @Test
    @DisplayName("an agency's order of the same number and amendment answers it, however both are written")
    void anOrderAnswers() {
        List<DeclaredOrder> lines = List.of(declared("2026-Q1", "City of  Galt", "po-1", 0, "1000.00"));
        assertThat(standings(lines)).containsExactly("1000.00 REPORTED");
        assertThat(standings(lines, known("CITY OF GALT", "PO-1", 0))).containsExactly("0.00 ORDER_KNOWN");
        assertThat(standings(lines, known("City of Lodi", "PO-1", 0)))
                .as("the only one of that number: contractors name agencies as they like")
                .containsExactly("0.00 ORDER_KNOWN");
        assertThat(standings(lines, known("City of Galt", "PO-1", 1), known("City of Galt", "PO-2", 0)))
                .containsExactly("1000.00 REPORTED");
    }

    @Test
    @DisplayName("of two agencies' orders of one number each answers its own, and one order answers one line")
    void ordersOfOneNumber() {
        List<DeclaredOrder> lines = List.of(
                declared("2026-Q1", "City of Galt", "1", 0, "10.00"),
                declared("2026-Q1", "City of Lodi", "1", 0, "20.00"));
        assertThat(standings(lines, known("City of Lodi", "1", 0)))
                .containsExactly("10.00 REPORTED", "0.00 ORDER_KNOWN");
        assertThat(standings(lines, known("City of Ione", "1", 0)))
                .containsExactly("0.00 ORDER_KNOWN", "20.00 REPORTED");
        assertThat(standings(lines, known("City of Ione", "1", 0), known("City of Jackson", "1", 0)))
                .containsExactly("10.00 REPORTED", "20.00 REPORTED");
    }

    @Test
    @DisplayName("what two reports name counts in the earlier quarter")
    void twoReports() {
        List<DeclaredOrder> lines = List.of(
                declared("2026-Q2", "City of Galt", "1", 0, "10.00"),
                declared("2026-Q1", "City of Galt", "1", 0, "30.00"));
        assertThat(standings(lines)).containsExactly("0.00 REPORTED_BEFORE", "30.00 REPORTED");
        assertThat(standings(lines, known("City of Galt", "1", 0)))
                .containsExactly("0.00 REPORTED_BEFORE", "0.00 ORDER_KNOWN");
    }

    @Test
    @DisplayName(
            "FEE-AMENDMENTS: what takes away counts as far as the order is declared, at the rate of the order's date")
    void whatTakesAway() {
        List<DeclaredOrder> lines = List.of(
                declared("2026-Q1", "City of Galt", "1", 0, "1000.00"),
                declared("2026-Q2", "City of Galt", "1", 1, "-400.00"),
                declared("2026-Q2", "City of Galt", "1", 2, "-700.00"),
                declared("2026-Q2", "City of Galt", "1", 3, "-0.01"));
        assertThat(standings(lines))
                .containsExactly(
                        "1000.00 REPORTED", "-400.00 REPORTED", "-600.00 REPORTED", "0.00 NOTHING_TO_TAKE_FROM");
        assertThat(standings(lines, known("City of Galt", "1", 0)))
                .containsExactly(
                        "0.00 ORDER_KNOWN",
                        "0.00 NOTHING_TO_TAKE_FROM",
                        "0.00 NOTHING_TO_TAKE_FROM",
                        "0.00 NOTHING_TO_TAKE_FROM");
        assertThat(DeclaredFromScratch.of(lines, List.of()).values())
                .extracting(Standing::orderDate)
                .containsOnly(LocalDate.of(2026, 2, 3));
    }

    @Test
    @DisplayName("it does not matter in which order lines and orders are known")
    void anyOrder() {
        List<DeclaredOrder> lines = new ArrayList<>(List.of(
                declared("2026-Q1", "City of Galt", "1", 0, "1000.00"),
                declared("2026-Q2", "City of Galt", "1", 0, "900.00"),
                declared("2026-Q2", "City of Galt", "1", 1, "-400.00"),
                declared("2026-Q3", "City of Lodi", "1", 0, "5.00")));
        List<KnownDocument> known =
                new ArrayList<>(List.of(known("City of Galt", "1", 1), known("City of Ione", "1", 0)));
        Map<Line, Standing> expected = DeclaredFromScratch.of(lines, known);
        var random = new Random(20);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(lines, random);
            Collections.shuffle(known, random);
            assertThat(DeclaredFromScratch.of(lines, known)).isEqualTo(expected);
        }
    }
}
