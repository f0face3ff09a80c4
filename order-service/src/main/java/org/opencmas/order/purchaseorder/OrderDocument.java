package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
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
record OrderDocument(
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
        List<Attestation> attestations,
        Declared declared) {

    /** The word that stands for the contract number on an order with several CMAS (Guide s3 p10). */
    static final String SEVERAL = "CMAS";

    OrderDocument {
        subOrders = List.copyOf(subOrders);
        lines = List.copyOf(lines);
        attestations = List.copyOf(attestations);
    }

    /** How the order is paid. The State's purchase card is a way to pay, never a waiver of anything. */
    enum PaymentMethod {
        INVOICE,
        CAL_CARD
    }

    /** What a line is; travel is a kind of its own since it has rules of its own. */
    enum LineKind {
        GOODS,
        SOFTWARE,
        SERVICES,
        TRAVEL
    }

    /**
     * The part of the order under one CMAS, "Sub #n" (Guide s3 p10).
     *
     * @param subNumber 1, 2, 3 ... in order of first appearance, kept for ever
     * @param subtotalExcludingTax sum of the group's lines, without tax and freight
     */
    record SubOrder(int subNumber, CmasNumber cmasNumber, Usd subtotalExcludingTax) {}

    /**
     * One line.
     *
     * @param lineId the agency system's own id, unique within the order
     * @param cmasNumberAsPrinted the number as the agency wrote it, when that differs from the canonical form
     * @param nsp whether the line is a non-schedule product
     * @param quantity above 0, at most six decimals
     * @param unitPrice in US dollars, at most six decimals
     * @param amount quantity times unit price, rounded half up to the cent
     * @param supportsLineIds the schedule lines that a non-schedule product serves
     * @param pricedOn the day whose prices count for the line: the order's date, or that of the amendment which brought
     *     or changed it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String lineId,
            int subNumber,
            CmasNumber cmasNumber,
            @Nullable String cmasNumberAsPrinted,
            boolean nsp,
            @Nullable String itemId,
            String description,
            String unit,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
            Usd unitPrice,
            Usd amount,
            LineKind kind,
            boolean lumpSum,
            boolean publicWorks,
            List<String> supportsLineIds,
            @Nullable String nspReason,
            @Nullable String orderToLocation,
            LocalDate pricedOn) {
        Line {
            supportsLineIds = List.copyOf(supportsLineIds);
        }

        Line placed(int sub, LocalDate priceDate) {
            return new Line(
                    lineId,
                    sub,
                    cmasNumber,
                    cmasNumberAsPrinted,
                    nsp,
                    itemId,
                    description,
                    unit,
                    quantity,
                    unitPrice,
                    amount,
                    kind,
                    lumpSum,
                    publicWorks,
                    supportsLineIds,
                    nspReason,
                    orderToLocation,
                    priceDate);
        }

        /** Whether both say the same, whatever their sub number, price date and printing of the CMAS number. */
        boolean saysTheSameAs(Line other) {
            return unprinted().equals(other.placed(subNumber, pricedOn).unprinted());
        }

        private Line unprinted() {
            return new Line(
                    lineId,
                    subNumber,
                    cmasNumber,
                    null,
                    nsp,
                    itemId,
                    description,
                    unit,
                    quantity,
                    unitPrice,
                    amount,
                    kind,
                    lumpSum,
                    publicWorks,
                    supportsLineIds,
                    nspReason,
                    orderToLocation,
                    pricedOn);
        }
    }

    /**
     * The agency's check of a certificate in the public directory.
     *
     * @param validThrough last valid day as the directory showed it, inclusive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificationVerification(
            LocalDate verifiedOn,
            String verifiedBy,
            String method,
            String result,
            @Nullable String certificateNumber,
            @Nullable LocalDate validThrough) {}

    /** A named person's statement on what only a person can judge. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attestation(
            String rule,
            String statement,
            String attestedBy,
            LocalDate attestedOn,
            @Nullable String evidence) {}

    /** The contract number and the groups as the agency declared them, if it did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Declared(
            @Nullable String contractNumber, @Nullable List<SubOrder> subOrders) {
        static final Declared NOTHING = new Declared(null, null);
    }

    /**
     * The amendment that a version is, beside its content.
     *
     * @param number 0 for the original
     */
    record Amendment(
            int number,
            @Nullable LocalDate date,
            @Nullable String reason,
            @Nullable String contactNote) {
        static final Amendment NONE = new Amendment(0, null, null, null);
    }

    /**
     * Makes a version: groups the lines, numbers the groups, adds up and dates the prices.
     *
     * @param numbering the sub numbers given by what was issued before; new agreements take the next ones
     * @param before the version in force that is amended; null for an original. Lines that say the same as before keep
     *     their price date
     */
    static OrderDocument of(
            UUID orderId,
            int documentVersion,
            Amendment amendment,
            OrderContent content,
            SubNumbering numbering,
            @Nullable OrderDocument before) {
        LocalDate priceDate = Objects.requireNonNullElse(amendment.date(), content.orderDate());
        SubNumbering numbers = numbering.extendedBy(content.lines());
        List<Line> lines = new ArrayList<>();
        for (Line line : content.lines()) {
            LocalDate pricedOn = before == null ? priceDate : before.priceDateOf(line, priceDate);
            lines.add(line.placed(numbers.of(line.cmasNumber()), pricedOn));
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
                content.attestations(),
                content.declared());
    }

    private LocalDate priceDateOf(Line line, LocalDate otherwise) {
        return lines.stream()
                .filter(line::saysTheSameAs)
                .map(Line::pricedOn)
                .findFirst()
                .orElse(otherwise);
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
