package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.CertificationVerification;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * One immutable version of a purchase order as it is printed, stored and published. Nothing in it ever changes; a
 * change is a new version.
 *
 * @param documentVersion 1 for the first version of an order, counting every version that was ever stored
 * @param agencyOrderNumber the agency's own number; one order of one agency for all its amendments (Guide s3 p9)
 * @param amendmentNumber 0 for the original, then 1, 2, 3 without a gap
 * @param orderDate the date on the original order
 * @param amendmentDate the date on the amendment; null on the original
 * @param amendmentReason why it is amended; null on the original
 * @param contactNote who spoke with the contractor before amending and when (Guide s3 p9), if told
 * @param contractNumber what is printed where the contract number stands: the number, or the word CMAS when the order
 *     uses two or more (Guide s3 p10)
 * @param orderToLocation the contractor's location that the order goes to; null for its only one
 * @param tax in US dollars, never part of a line or a subtotal
 * @param freight in US dollars, never part of a line or a subtotal
 * @param subtotalExcludingTax the sum of the lines, without tax and freight
 * @param total the subtotal with tax and freight
 * @param subOrders one group per CMAS number, by sub number
 * @param lines by sub number, within a group as the agency sent them
 * @param declared what the agency said of its own about number and groups, for the rules to compare
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderDocument(
        UUID orderId,
        int documentVersion,
        UUID agencyId,
        String agencyOrderNumber,
        int amendmentNumber,
        LocalDate orderDate,
        @Nullable LocalDate amendmentDate,
        @Nullable String amendmentReason,
        @Nullable String contactNote,
        UUID contractorId,
        String contractNumber,
        @Nullable String orderToLocation,
        PaymentMethod paymentMethod,
        Usd tax,
        Usd freight,
        Usd subtotalExcludingTax,
        Usd total,
        List<SubOrder> subOrders,
        List<Line> lines,
        @Nullable CertificationVerification certificationVerification,
        List<RecordedAttestation> attestations,
        Declared declared) {

    /** The word that stands for the contract number on an order with several CMAS (Guide s3 p10). */
    static final String SEVERAL = "CMAS";

    public OrderDocument {
        subOrders = List.copyOf(subOrders);
        lines = List.copyOf(lines);
        attestations = List.copyOf(attestations);
    }

    /**
     * One line in its place.
     *
     * @param ordered what the agency says of it
     * @param pricedOn the day whose prices count for the line: the order's date, or that of the amendment which brought
     *     or changed it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(@JsonUnwrapped OrderLine ordered, int subNumber, LocalDate pricedOn) {
        CmasNumber cmasNumber() {
            return ordered.cmasNumber();
        }

        Usd amount() {
            return ordered.amount();
        }
    }

    /**
     * The amendment that a version is, beside its content.
     *
     * @param number 0 for the original
     */
    public record Amendment(
            int number,
            @Nullable LocalDate date,
            @Nullable String reason,
            @Nullable String contactNote) {
        public static final Amendment NONE = new Amendment(0, null, null, null);
    }

    /**
     * Makes a version: groups the lines, numbers the groups, adds up and dates the prices.
     *
     * @param numbering the sub numbers given by what was issued before; new agreements take the next ones
     * @param before the version in force that is amended; null for an original. Lines that say the same as before keep
     *     their price date
     * @param attestations as they are recorded in this version
     */
    public static OrderDocument of(
            UUID orderId,
            int documentVersion,
            Amendment amendment,
            OrderBody content,
            SubNumbering numbering,
            @Nullable OrderDocument before,
            List<RecordedAttestation> attestations) {
        LocalDate priceDate = Objects.requireNonNullElse(amendment.date(), content.orderDate());
        SubNumbering numbers = numbering.extendedBy(
                content.lines().stream().map(OrderLine::cmasNumber).toList());
        Map<String, Line> linesBefore = before == null ? Map.of() : before.linesById();
        List<Line> lines = new ArrayList<>();
        for (OrderLine line : content.lines()) {
            Line same = linesBefore.get(Identifier.keyOf(line.lineId()));
            LocalDate pricedOn = same != null && same.ordered().saysTheSameAs(line) ? same.pricedOn() : priceDate;
            lines.add(new Line(line, numbers.of(line.cmasNumber()), pricedOn));
        }
        lines.sort(java.util.Comparator.comparingInt(Line::subNumber));
        List<SubOrder> subOrders = subtotals(lines);
        Usd subtotal = lines.stream().map(Line::amount).reduce(Usd.ZERO, Usd::plus);
        return new OrderDocument(
                orderId,
                documentVersion,
                content.agencyId(),
                content.agencyOrderNumber(),
                amendment.number(),
                content.orderDate(),
                amendment.date(),
                amendment.reason(),
                amendment.contactNote(),
                content.contractorId(),
                subOrders.size() == 1 ? subOrders.getFirst().cmasNumber().canonical() : SEVERAL,
                content.orderToLocation(),
                content.paymentMethod(),
                content.tax(),
                content.freight(),
                subtotal,
                subtotal.plus(content.tax()).plus(content.freight()),
                subOrders,
                lines,
                content.certificationVerification(),
                attestations,
                content.declared());
    }

    /** Whether it has that line already, with the same words and figures. */
    boolean saysTheSame(OrderLine line) {
        return lines.stream().anyMatch(own -> own.ordered().saysTheSameAs(line));
    }

    /** What every amendment of the order keeps. */
    public OrderBody.Original original() {
        return new OrderBody.Original(agencyId, agencyOrderNumber, orderDate, contractorId);
    }

    private Map<String, Line> linesById() {
        Map<String, Line> byId = new HashMap<>();
        lines.forEach(line -> byId.putIfAbsent(Identifier.keyOf(line.ordered().lineId()), line));
        return byId;
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
