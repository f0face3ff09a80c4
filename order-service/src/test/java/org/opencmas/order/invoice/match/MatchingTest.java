package org.opencmas.order.invoice.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.account.Documents;
import org.opencmas.order.account.OrderAccount;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceDocument.Advance;
import org.opencmas.order.invoice.document.InvoiceDocument.Line;
import org.opencmas.order.invoice.document.InvoiceDocument.Names;
import org.opencmas.order.invoice.document.InvoiceDocument.Type;
import org.opencmas.order.invoice.document.InvoiceState;
import org.opencmas.order.invoice.match.Difference.Reason;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.receipt.Receipt;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;
import org.opencmas.testkit.cost.Allocated;
import org.opencmas.testkit.cost.HangGuard;

@DisplayName("Order, receipts and invoices are compared line by line")
class MatchingTest {
    private static final LocalDate RECEIVED = LocalDate.parse("2025-03-10");
    private static final List<String> IDS =
            IntStream.rangeClosed(1, 1000).mapToObj(Integer::toString).toList();
    private static final Names SAME = new Names("Acme Inc", "ACME  inc", "Acme Inc");

    private final OrderAccount account = Documents.accepted(
            Documents.account(
                    Documents.of(
                            "10.00",
                            "5.00",
                            List.of(
                                    Documents.line("1", "10", "10.00", LineKind.GOODS),
                                    Documents.line("2", "1", "50.00", LineKind.TRAVEL),
                                    Documents.line("3", "1", "100.00", LineKind.SERVICES))),
                    null,
                    "0.00",
                    "0.00"),
            Map.of("1", new BigDecimal("4"), "2", BigDecimal.ONE, "3", BigDecimal.ONE),
            false);

    private static Line line(String order, Type type, @Nullable String quantity, String amount, @Nullable String tax) {
        return line(order, type, quantity, amount, tax, null, null);
    }

    private static Line line(
            String order,
            Type type,
            @Nullable String quantity,
            String amount,
            @Nullable String tax,
            @Nullable LocalDate through,
            @Nullable Advance advance) {
        return new Line(
                "L",
                order,
                type,
                null,
                quantity == null ? null : new BigDecimal(quantity),
                Usd.of(amount),
                tax == null ? null : Usd.of(tax),
                null,
                through,
                advance);
    }

    private static Invoice invoice(Names names, String freight, boolean consumables, Line... lines) {
        Usd tax = Usd.sum(List.of(lines).stream()
                .map(line -> line.tax() == null ? Usd.ZERO : line.tax())
                .toList());
        var document = new InvoiceDocument(
                "I",
                1,
                RECEIVED,
                RECEIVED,
                names,
                List.of(lines),
                Usd.of(freight),
                tax,
                null,
                Usd.of("1.00"),
                consumables,
                null,
                null,
                Instant.EPOCH,
                "erp");
        return new Invoice(UUID.randomUUID(), InvoiceState.RECEIVED, 1, document, Usd.ZERO, Usd.ZERO, List.of());
    }

    private static List<Reason> reasons(OrderAccount account, Invoice... invoices) {
        return Matching.of(account, List.of(), List.of(invoices), List.of())
                .of(invoices[invoices.length - 1].invoiceId())
                .stream()
                .map(Difference::reason)
                .toList();
    }

    @DisplayName(
            "Each limit from both sides; ORD-TRAVEL-IN-PO, TAX-MAINT-ONLY, TAX-CONSUMABLES-ITEMIZED and TAX-MAINT-CONSUMABLES among them")
    @ParameterizedTest(
            name = "line {0}, {1}, quantity {2}, amount {3}, tax {4}, freight {5}, consumables in it {6}: {7}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | GOODS       | 4 | 40.00  | 10.00 | 5.00 | false |
            1 | GOODS       | 4 | 40.01  | 0.00  | 0.00 | false | PRICE_ABOVE_ORDER BILLED_ABOVE_ACCEPTED
            1 | GOODS       |   | 40.01  | 0.00  | 0.00 | false | BILLED_ABOVE_ACCEPTED
            1 | GOODS       |   | 100.01 | 0.00  | 0.00 | false | BILLED_ABOVE_ORDER BILLED_ABOVE_ACCEPTED
            1 | GOODS       | 4 | 40.00  | 10.01 | 0.00 | false | TAX_ABOVE_ORDER
            1 | GOODS       | 4 | 40.00  | 0.00  | 5.01 | false | FREIGHT_ABOVE_ORDER
            9 | GOODS       | 4 | 40.00  | 0.00  | 0.00 | false | NOT_ON_ORDER
            9 | TRAVEL      |   | 40.00  | 0.00  | 0.00 | false | TRAVEL_NOT_ORDERED
            1 | TRAVEL      |   | 40.00  | 0.00  | 0.00 | false | TRAVEL_NOT_ORDERED
            2 | TRAVEL      |   | 50.00  | 0.00  | 0.00 | false |
            2 | TRAVEL      |   | 50.01  | 0.00  | 0.00 | false | BILLED_ABOVE_ORDER BILLED_ABOVE_ACCEPTED
            3 | MAINTENANCE |   | 100.00 | 0.00  | 0.00 | false |
            3 | MAINTENANCE |   | 100.00 | 0.01  | 0.00 | false | MAINTENANCE_TAXED
            3 | MAINTENANCE |   | 100.00 | 0.00  | 0.00 | true  | CONSUMABLES_NOT_ITEMIZED
            3 | CONSUMABLES |   | 100.00 |       | 0.00 | true  | CONSUMABLES_NOT_ITEMIZED
            3 | CONSUMABLES |   | 100.00 | 7.75  | 0.00 | true  |
            """)
    void aDifferenceHasItsReason(
            String order,
            Type type,
            @Nullable String quantity,
            String amount,
            @Nullable String tax,
            String freight,
            boolean consumables,
            @Nullable String expected) {
        List<Reason> found =
                reasons(account, invoice(SAME, freight, consumables, line(order, type, quantity, amount, tax)));
        List<Reason> all = new ArrayList<>();
        if (expected != null) {
            List.of(expected.split(" ")).forEach(reason -> all.add(Reason.valueOf(reason)));
        }
        assertThat(found).containsExactlyElementsOf(all);
    }

    @DisplayName("PAY-NAME-MATCH: one company by its name on agreement, order and invoice")
    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            Acme Inc  | ACME   inc | acme inc | ''
            Acme, Inc | Acme Inc   | Acme Inc | NAME_PUNCTUATION
            Acme LLC  | Acme Inc   | Acme Inc | NAME_DIFFERS
            Acme Inc  | Acme Inc   | Apex Inc | NAME_DIFFERS
            """)
    void theThreeNamesAreOne(String onInvoice, String onOrder, String onAgreement, String expected) {
        List<Reason> found = reasons(
                account,
                invoice(
                        new Names(onInvoice, onOrder, onAgreement),
                        "0.00",
                        false,
                        line("1", Type.GOODS, "1", "10.00", null)));
        assertThat(found.stream().map(Enum::name).distinct().toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @DisplayName(
            "PAY-NAME-MATCH: the registry's word on the agreement counts, not the agency's; a changed name is told, another one blocks")
    @ParameterizedTest(name = "invoice {0}, order {1}, copy {2}, by the registry {3}, once {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            Acme Inc  | Acme Inc | Acme Inc  | ACME  inc | Apex      | ''
            Acme Inc  | Acme Inc | Acme Inc  | Apex Inc  | ''        | NAME_IN_COPY_DIFFERS NAME_DIFFERS
            Acme Inc  | Acme Inc | Acme Inc  | Acme, Inc | ''        | NAME_IN_COPY_DIFFERS NAME_PUNCTUATION
            Acme Inc  | Acme Inc | Acme Inc. | Acme Inc  | ''        | NAME_IN_COPY_DIFFERS
            Acme Inc  | Apex     | Acme Inc  | Acme Inc  | Apex      | NAME_CHANGED
            Apex      | Apex     | Apex      | Acme Inc  | APEX      | NAME_IN_COPY_DIFFERS NAME_CHANGED
            Apex LLC  | Apex     | Acme Inc  | Acme Inc  | Apex      | NAME_DIFFERS NAME_CHANGED
            Apex LLC  | Apex LLC | Apex LLC  | Acme Inc  | Apex      | NAME_IN_COPY_DIFFERS NAME_DIFFERS
            """)
    void theRegistrysNameCounts(
            String onInvoice, String onOrder, String onCopy, String printed, String former, String expected) {
        Invoice invoice = invoice(
                new Names(onInvoice, onOrder, onCopy), "0.00", false, line("1", Type.GOODS, "1", "10.00", null));
        List<Difference> found = CompanyNameCheck.check(
                invoice, account.inForce().agreements(), List.of(known("4-06-78-0031A", printed, former)));
        assertThat(found.stream().map(one -> one.reason().name()).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
        assertThat(found).allMatch(one -> "PAY-NAME-MATCH".equals(one.rule()));
    }

    @DisplayName("PAY-NAME-MATCH: names that two contractors had are no names of one")
    @Test
    void aNameOfAnotherContractorOfTheOrderIsNoFormerName() {
        Invoice invoice =
                invoice(new Names("Sod", "Grass", "Turf"), "0.00", false, line("1", Type.GOODS, "1", "10.00", null));
        List<Difference> found = CompanyNameCheck.check(
                invoice,
                account.inForce().agreements(),
                List.of(known("4-06-78-0031A", "Turf", "Sod"), known("4-06-78-0031B", "Lawn", "Grass")));
        assertThat(found)
                .filteredOn(one -> one.message().contains("on invoice and order differ"))
                .extracting(Difference::reason)
                .containsExactly(Reason.NAME_DIFFERS);
    }

    @Test
    @DisplayName(
            "PAY-NAME-MATCH: for an agreement that the registry did not tell of, the agency's word is all there is")
    void anAgreementThatIsNotKnownGoesByTheAgencysWord() {
        Invoice invoice =
                invoice(new Names("Acme", "Acme", "Apex"), "0.00", false, line("1", Type.GOODS, "1", "10.00", null));
        List<CmasNumber> two = List.of(CmasNumber.parse("4-06-78-0031A"), CmasNumber.parse("4-06-78-0031B"));
        assertThat(CompanyNameCheck.check(invoice, two, List.of(known("4-06-78-0031A", "Acme", ""))))
                .extracting(Difference::reason)
                .containsExactly(Reason.NAME_IN_COPY_DIFFERS, Reason.NAME_DIFFERS, Reason.NAME_DIFFERS);
        assertThat(CompanyNameCheck.check(
                        invoice, two, List.of(known("4-06-78-0031A", "Acme", ""), known("4-06-78-0031B", "ACME", ""))))
                .noneMatch(Difference::blocking);
    }

    private static KnownAgreement known(String number, String printed, String former) {
        var version = new KnownAgreement.Version(RECEIVED, 0, new UUID(0, 1), printed, NullNode.getInstance());
        return new KnownAgreement(number, List.of(version), former.isEmpty() ? Set.of() : Set.of(former));
    }

    @DisplayName(
            "PAY-ADVANCE-NONE, PAY-ADVANCE-SUBSCRIPTION, PAY-ADVANCE-WARRANTY, PAY-ADVANCE-GC11019: nothing before it is done but by a basis")
    @ParameterizedTest(name = "{0} through {1}, basis {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            SERVICES     | 2025-03-10 |              | ''
            SERVICES     | 2025-03-11 |              | SERVICE_NOT_DONE
            SUBSCRIPTION | 2026-03-10 |              | SERVICE_NOT_DONE
            SUBSCRIPTION | 2026-03-10 | SUBSCRIPTION | ADVANCE_NOT_FOR_THE_LINE
            WARRANTY     | 2026-03-10 | WARRANTY     | ''
            SERVICES     | 2026-03-10 | GC_11019     | ''
            """)
    void nothingIsBilledInAdvanceButByABasis(
            Type type, LocalDate through, @Nullable AdvanceBasis basis, String expected) {
        Advance advance = basis == null ? null : new Advance(basis, "section 4");
        List<Reason> found = reasons(
                basis == null ? account : letting(basis),
                invoice(SAME, "0.00", false, line("3", type, null, "100.00", null, through, advance)));
        assertThat(found.stream().map(Enum::name).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @DisplayName("PAY-ADVANCE-NONE: an invoice is not believed where the order says nothing of payment in advance")
    @ParameterizedTest(name = "services billed as {0} by {1}")
    @CsvSource({"WARRANTY, WARRANTY", "SUBSCRIPTION, SUBSCRIPTION", "SERVICES, GC_11019"})
    void theInvoiceAloneIsNotBelieved(Type type, AdvanceBasis basis) {
        var advance = new Advance(basis, "section 4");
        assertThat(reasons(account, invoice(SAME, "0.00", false, line("3", type, null, "40.00", null, null, advance))))
                .containsExactly(Reason.ADVANCE_NOT_FOR_THE_LINE);
    }

    /** The same order that lets its line 3 be paid in advance on that basis. */
    private OrderAccount letting(AdvanceBasis basis) {
        return account.with(List.of(Documents.of(
                "10.00",
                "5.00",
                account.inForce().lines().stream()
                        .map(OrderDocument.Line::ordered)
                        .toList(),
                Documents.inAdvance(basis, "3"))));
    }

    @DisplayName("PAY-ADVANCE-NONE: what the invoice calls a line does not make goods payable in advance")
    @ParameterizedTest(name = "goods billed as {0} by {1}")
    @CsvSource({"WARRANTY, WARRANTY", "SUBSCRIPTION, SUBSCRIPTION", "SERVICES, GC_11019"})
    void goodsAreNotPaidInAdvance(Type type, AdvanceBasis basis) {
        var advance = new Advance(basis, "section 4");
        assertThat(reasons(account, invoice(SAME, "0.00", false, line("1", type, null, "40.00", null, null, advance))))
                .containsExactly(Reason.ADVANCE_NOT_FOR_THE_LINE);
    }

    @Test
    void aWarrantyIsPaidInAdvanceOneTime() {
        var advance = new Advance(AdvanceBasis.WARRANTY, "section 4");
        Invoice first = invoice(SAME, "0.00", false, line("3", Type.WARRANTY, null, "50.00", null, null, advance));
        Invoice second = invoice(SAME, "0.00", false, line("3", Type.WARRANTY, null, "50.00", null, null, advance));
        OrderAccount letting = letting(AdvanceBasis.WARRANTY);
        assertThat(reasons(letting, first)).isEmpty();
        assertThat(reasons(letting, first, second)).containsExactly(Reason.WARRANTY_PAID_TWICE);
    }

    @Test
    @DisplayName(
            "PP-NOT-IN-ADVANCE: a progress invoice says when the work was done; PP-MONTHLY-ARREARS: a report comes with it")
    void aProgressInvoiceSaysWhenTheWorkWasDone() {
        OrderAccount inParts = Documents.account(
                Documents.of("0.00", "0.00", List.of(Documents.line("3", "1", "100.00", LineKind.SERVICES))),
                Documents.terms(ProgressTerms.Kind.NON_IT_SERVICES),
                "0.00",
                "0.00");
        assertThat(reasons(inParts, invoice(SAME, "0.00", false, line("3", Type.SERVICES, null, "50.00", null))))
                .containsExactly(Reason.SERVICE_NOT_DONE, Reason.NO_PROGRESS_REPORT);
        assertThat(reasons(
                        inParts,
                        invoice(SAME, "0.00", false, line("3", Type.SERVICES, null, "50.00", null, RECEIVED, null))))
                .containsExactly(Reason.NO_PROGRESS_REPORT);
    }

    private static Receipt receipt(LocalDate day, List<Receipt.Line> lines) {
        return new Receipt(
                UUID.randomUUID(), null, day, day, lines, false, List.of(), null, null, Instant.EPOCH, "erp");
    }

    private static Receipt.Line received(String line, String quantity) {
        return new Receipt.Line(line, new BigDecimal(quantity), new BigDecimal(quantity), null);
    }

    @DisplayName(
            "An invoice's goods were accepted with the receipt that makes them whole, after those of earlier invoices")
    @ParameterizedTest(name = "first {0}, then {1}: {2}, {3}")
    @CsvSource({
        "10.00, 20.00, 2025-03-01, 2025-03-02",
        "20.00, 10.00, 2025-03-02, 2025-03-02",
        "30.00, 10.00, 2025-03-02, 2025-03-04",
        "10.01, 30.00, 2025-03-02, ",
        "0.00,  40.00, 2025-03-01, 2025-03-04",
    })
    void goodsAreAcceptedWithTheReceiptThatMakesThemWhole(
            String first, String second, LocalDate firstDay, @Nullable LocalDate secondDay) {
        Invoice one = invoice(SAME, "0.00", false, line("1", Type.GOODS, null, first, null));
        Invoice other = invoice(SAME, "0.00", false, line("1", Type.GOODS, null, second, null));
        LocalDate march = LocalDate.parse("2025-03-01");
        List<Receipt> receipts = List.of(
                receipt(march.plusDays(3), List.of(received("1", "1"))),
                receipt(march, List.of(received("1", "1"))),
                receipt(march.plusDays(1), List.of(received("1", "2"))));
        Map<UUID, LocalDate> days = Matching.acceptedOn(account, receipts, BilledBefore.NOTHING, List.of(one, other));
        assertThat(days.get(one.invoiceId())).isEqualTo(firstDay);
        assertThat(days.get(other.invoiceId())).isEqualTo(secondDay);
    }

    @Test
    @HangGuard
    @DisplayName("Twice as many receipts and invoices of a thousand lines take twice as much, not four times")
    void receiptsAndInvoicesOfAThousandLinesAreGoneThroughOnce() throws Exception {
        compare(5);
        long ofFew = Allocated.by(() -> compare(25));
        long ofMany = Allocated.by(() -> compare(50));
        assertThat(ofMany).isLessThan(3 * ofFew);
    }

    private static OrderAccount accountOfAThousandLines(int each) {
        return Documents.accepted(
                Documents.account(
                        Documents.of(
                                "0.00",
                                "0.00",
                                IDS.stream()
                                        .map(id -> Documents.line(id, Integer.toString(each), "10.00", LineKind.GOODS))
                                        .toList()),
                        null,
                        "0.00",
                        "0.00"),
                IDS.stream().collect(Collectors.toMap(id -> id, id -> BigDecimal.valueOf(each))),
                false);
    }

    private static void compare(int documents) {
        OrderAccount large = accountOfAThousandLines(documents);
        List<Receipt> receipts = new ArrayList<>();
        List<Invoice> invoices = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            receipts.add(receipt(
                    RECEIVED.plusDays(i),
                    IDS.stream().map(id -> received(id, "1")).toList()));
            invoices.add(invoice(
                    SAME,
                    "0.00",
                    false,
                    IDS.stream()
                            .map(id -> line(id, Type.GOODS, "1", "10.00", null))
                            .toArray(Line[]::new)));
        }
        Map<UUID, LocalDate> days = Matching.acceptedOn(large, receipts, BilledBefore.NOTHING, invoices);
        assertThat(days.get(invoices.get(documents - 1).invoiceId())).isEqualTo(RECEIVED.plusDays(documents - 1));
        assertThat(Matching.of(large, receipts, invoices, List.of()).differences())
                .isEmpty();
    }
}
