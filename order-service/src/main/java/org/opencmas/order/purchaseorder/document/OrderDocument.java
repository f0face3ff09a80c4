package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.CertificationVerification;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * One immutable version of a purchase order as it is printed, stored and published. Nothing in it ever changes; a
 * change is a new version.
 *
 * @param subOrders one group per CMAS number, by sub number
 * @param lines by sub number, within a group as the agency sent them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderDocument(
        @JsonUnwrapped Naming naming,
        @JsonUnwrapped Amendment amendment,
        @JsonUnwrapped Terms terms,
        @JsonUnwrapped Amounts amounts,
        List<SubOrder> subOrders,
        List<Line> lines,
        @JsonUnwrapped Statements statements) {

    /** The word that stands for the contract number on an order with several CMAS (Guide s3 p10). */
    static final String SEVERAL = "CMAS";

    public OrderDocument {
        subOrders = List.copyOf(subOrders);
        lines = List.copyOf(lines);
    }

    /**
     * What names the order and its version.
     *
     * @param documentVersion 1 for the first version of an order, counting every version that was ever stored
     * @param agencyOrderNumber the agency's own number; one order of one agency for all its amendments (Guide s3 p9)
     * @param orderDate the date on the original order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Naming(
            UUID orderId,
            int documentVersion,
            UUID agencyId,
            String agencyOrderNumber,
            LocalDate orderDate,
            UUID contractorId) {}

    /**
     * The amendment that a version is, beside its content.
     *
     * @param amendmentNumber 0 for the original, then 1, 2, 3 without a gap
     * @param amendmentDate the date on the amendment; null on the original
     * @param amendmentReason why it is amended; null on the original
     * @param contactNote who spoke with the contractor before amending and when (Guide s3 p9), if it was said
     * @param amendmentReasonCode the same from a list; null where none was chosen
     * @param contractorAgreement that the contractor agreed to it before; null where that was not said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amendment(
            int amendmentNumber,
            @Nullable LocalDate amendmentDate,
            @Nullable String amendmentReason,
            @Nullable String contactNote,
            @Nullable AmendmentReason amendmentReasonCode,
            @Nullable ContractorAgreement contractorAgreement) {
        public static final Amendment NONE = new Amendment(0, null, null, null);

        public Amendment(
                int amendmentNumber,
                @Nullable LocalDate amendmentDate,
                @Nullable String amendmentReason,
                @Nullable String contactNote) {
            this(amendmentNumber, amendmentDate, amendmentReason, contactNote, null, null);
        }
    }

    /**
     * How it is ordered and paid.
     *
     * @param contractNumber what is printed where the contract number stands: the number, or the word CMAS when the order
     *     uses two or more (Guide s3 p10)
     * @param orderToLocation the contractor's location that the order goes to; null for its only one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Terms(String contractNumber, @Nullable String orderToLocation, PaymentMethod paymentMethod) {}

    /**
     * What it is worth, in US dollars.
     *
     * @param tax never part of a line or a subtotal
     * @param freight never part of a line or a subtotal
     * @param subtotalExcludingTax the sum of the lines, without tax and freight
     * @param total the subtotal with tax and freight
     */
    public record Amounts(Usd tax, Usd freight, Usd subtotalExcludingTax, Usd total) {
        static Amounts of(OrderBody content, Usd subtotal) {
            return new Amounts(
                    content.tax(),
                    content.freight(),
                    subtotal,
                    subtotal.plus(content.tax()).plus(content.freight()));
        }
    }

    /**
     * What persons said beside the lines.
     *
     * @param declared what the agency said of its own about number and groups, for the rules to compare
     * @param delivery when it is to be fulfilled; null when that was not told
     * @param procurement how the agency came to the order; null when that was not told
     * @param particulars of services, public works or a lease; null when nothing was said of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statements(
            @Nullable CertificationVerification certificationVerification,
            List<RecordedAttestation> attestations,
            Declared declared,
            @Nullable Delivery delivery,
            @Nullable Procurement procurement,
            @Nullable Particulars particulars) {
        public Statements {
            attestations = List.copyOf(attestations);
        }

        boolean saysTheSameAs(Statements other) {
            return withoutAttestations().equals(other.withoutAttestations()) && said().equals(other.said());
        }

        private Statements withoutAttestations() {
            return new Statements(certificationVerification, List.of(), declared, delivery, procurement, particulars);
        }

        private Set<Object> said() {
            return attestations.stream().map(RecordedAttestation::said).collect(Collectors.toSet());
        }

        Statements withoutProcurement() {
            return new Statements(certificationVerification, attestations, declared, delivery, null, particulars);
        }
    }

    /**
     * One line in its basis.
     *
     * @param ordered what the agency says of it
     * @param pricedOn the day whose prices count for the line: the order's date, or that of the amendment which brought
     *     or changed it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderLine")
    public record Line(@JsonUnwrapped OrderLine ordered, int subNumber, LocalDate pricedOn) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Line of(StoredLine stored) {
            return new Line(stored.ordered(), stored.subNumber(), stored.pricedOn());
        }

        CmasNumber cmasNumber() {
            return ordered.cmasNumber();
        }

        Usd amount() {
            return ordered.amount();
        }
    }

    /**
     * What a new version follows from beside its content.
     *
     * @param documentVersion its number
     * @param numbering the sub numbers given by what was issued before; new agreements take the next ones
     * @param before the version in force that is amended; null for an original. Lines that say the same as before keep
     *     their price date
     */
    public record Basis(
            UUID orderId,
            int documentVersion,
            SubNumbering numbering,
            @Nullable OrderDocument before) {}

    /**
     * Makes a version: groups the lines, numbers the groups, adds up and dates the prices.
     *
     * @param attestations as they are recorded in this version
     */
    public static OrderDocument of(
            Basis basis, Amendment amendment, OrderBody content, List<RecordedAttestation> attestations) {
        List<Line> lines =
                placed(content, basis, Objects.requireNonNullElse(amendment.amendmentDate(), content.orderDate()));
        List<SubOrder> subOrders = subtotals(lines);
        return new OrderDocument(
                new Naming(
                        basis.orderId(),
                        basis.documentVersion(),
                        content.agencyId(),
                        content.agencyOrderNumber(),
                        content.orderDate(),
                        content.contractorId()),
                amendment,
                new Terms(
                        subOrders.size() == 1
                                ? subOrders.getFirst().cmasNumber().canonical()
                                : SEVERAL,
                        content.orderToLocation(),
                        content.paymentMethod()),
                Amounts.of(content, Usd.sum(lines.stream().map(Line::amount).toList())),
                subOrders,
                lines,
                new Statements(
                        content.certificationVerification(),
                        attestations,
                        content.declared(),
                        content.delivery(),
                        content.procurement(),
                        content.particulars()));
    }

    private static List<Line> placed(OrderBody content, Basis basis, LocalDate priceDate) {
        SubNumbering numbers = basis.numbering()
                .extendedBy(content.lines().stream().map(OrderLine::cmasNumber).toList());
        Map<String, Line> linesBefore =
                basis.before() == null ? Map.of() : basis.before().linesById();
        List<Line> lines = new ArrayList<>();
        for (OrderLine line : content.lines()) {
            Line same = linesBefore.get(Identifier.keyOf(line.lineId()));
            LocalDate pricedOn = same != null && same.ordered().saysTheSameAs(line) ? same.pricedOn() : priceDate;
            lines.add(new Line(line, numbers.of(line.cmasNumber()), pricedOn));
        }
        lines.sort(Comparator.comparingInt(Line::subNumber));
        return lines;
    }

    public UUID orderId() {
        return naming.orderId();
    }

    public int documentVersion() {
        return naming.documentVersion();
    }

    public UUID agencyId() {
        return naming.agencyId();
    }

    public int amendmentNumber() {
        return amendment.amendmentNumber();
    }

    /** The date on it: that of the amendment which it is, or of the order. */
    public LocalDate datedOn() {
        return Objects.requireNonNullElse(amendment.amendmentDate(), naming.orderDate());
    }

    public List<RecordedAttestation> attestations() {
        return statements.attestations();
    }

    /** The same without how the agency came to it: who else was asked and what they offered is not the contractor's to see. */
    public OrderDocument forContractor() {
        return new OrderDocument(naming, amendment, terms, amounts, subOrders, lines, statements.withoutProcurement());
    }

    /** Whether it has that line already, with the same words and figures. */
    boolean saysTheSame(OrderLine line) {
        return lines.stream().anyMatch(own -> own.ordered().saysTheSameAs(line));
    }

    /**
     * Whether an amendment says nothing that the version before it does not say: in whatever order the lines stand, and whatever it says of
     * itself. What its contractor agreed to beforehand, a termination provision among it, is something.
     */
    public boolean saysTheSameAs(OrderDocument before) {
        return amendment.contractorAgreement() == null
                && terms.equals(before.terms)
                && amounts.equals(before.amounts)
                && orderedLines().equals(before.orderedLines())
                && statements.saysTheSameAs(before.statements);
    }

    private Set<OrderLine> orderedLines() {
        return lines.stream().map(Line::ordered).collect(Collectors.toSet());
    }

    /** What every amendment of the order keeps. */
    public OrderBody.Original original() {
        return new OrderBody.Original(
                naming.agencyId(), naming.agencyOrderNumber(), naming.orderDate(), naming.contractorId());
    }

    private Map<String, Line> linesById() {
        Map<String, Line> byId = new HashMap<>();
        lines.forEach(line -> byId.putIfAbsent(Identifier.keyOf(line.ordered().lineId()), line));
        return byId;
    }

    /** What its public works come to: all labor and installation before tax and freight. */
    public Usd publicWorks() {
        return Usd.sum(lines.stream()
                .filter(line -> line.ordered().publicWorks())
                .map(Line::amount)
                .toList());
    }

    /**
     * What the contractor takes in part payment, US dollars: so much less is paid in money. A reading, since the guide does not speak of it.
     */
    private List<Particulars.TradeIn> tradeIns() {
        Particulars said = statements.particulars();
        return said == null || said.tradeIns() == null ? List.of() : said.tradeIns();
    }

    private Usd tradedIn() {
        return Usd.sum(tradeIns().stream().map(Particulars.TradeIn::allowance).toList());
    }

    /**
     * Things of one description that are taken in part payment.
     *
     * @param times how many there are
     * @param amount what is allowed for all of them, US dollars
     */
    public record TradedIn(int times, Usd amount) {
        public static final TradedIn NONE = new TradedIn(0, Usd.ZERO);

        /** One more. */
        public TradedIn plus(Usd more) {
            return new TradedIn(times + 1, amount.plus(more));
        }
    }

    /** What is taken in part payment under that description, however it is spelled. */
    public TradedIn tradedIn(String description) {
        TradedIn all = TradedIn.NONE;
        for (Particulars.TradeIn one : tradeIns()) {
            if (Identifier.keyOf(one.description()).equals(Identifier.keyOf(description))) {
                all = all.plus(one.allowance());
            }
        }
        return all;
    }

    /** The price to be paid in money, before tax and freight, US dollars. */
    public Usd priceInMoney() {
        return amounts.subtotalExcludingTax().minus(tradedIn());
    }

    /** All that is to be paid in money, with tax and freight, US dollars. */
    public Usd totalInMoney() {
        return amounts.total().minus(tradedIn());
    }

    /** Whether it lets a line of it be paid in advance on that basis: it says so, and the line buys what the basis is for. */
    public boolean letsBePaidInAdvance(OrderLine line, AdvanceBasis basis) {
        Particulars said = statements.particulars();
        String key = Identifier.keyOf(line.lineId());
        return line.isPayableInAdvance(basis)
                && said != null
                && said.advancePayments() != null
                && said.advancePayments().stream()
                        .anyMatch(one -> one.basis() == basis
                                && Identifier.keyOf(one.lineId()).equals(key));
    }

    /** The payment bond that is told with the order itself, US dollars; zero when none is. */
    public Usd paymentBondTold() {
        Particulars said = statements.particulars();
        Particulars.PublicWorks works = said == null ? null : said.publicWorks();
        return works == null || works.bond() == null ? Usd.ZERO : works.bond().sum();
    }

    /** The numbers of its agreements, in the order of the lines. */
    public List<CmasNumber> agreements() {
        return lines.stream().map(Line::cmasNumber).distinct().toList();
    }

    private static List<SubOrder> subtotals(List<Line> lines) {
        var bySub = new TreeMap<Integer, SubOrder>();
        for (Line line : lines) {
            var own = new SubOrder(line.subNumber(), line.cmasNumber(), line.amount());
            bySub.merge(
                    line.subNumber(),
                    own,
                    (sum, next) -> new SubOrder(
                            sum.subNumber(),
                            sum.cmasNumber(),
                            sum.subtotalExcludingTax().plus(next.subtotalExcludingTax())));
        }
        return List.copyOf(bySub.values());
    }
}
