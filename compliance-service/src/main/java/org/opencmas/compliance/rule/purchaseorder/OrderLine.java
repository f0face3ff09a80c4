package org.opencmas.compliance.rule.purchaseorder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.outcome.NamedLine;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * One line of an order.
 *
 * @param lineId the agency's own id of the line
 * @param cmas the CMAS it is bought on; null when the line names none or the text is no CMAS number
 * @param cmasAsPrinted the CMAS number as the agency wrote it; null when it wrote none
 * @param nsp true for an item that is not specifically priced in the CMAS
 * @param itemId item on the CMAS price list; null when the line names none
 * @param description what is bought, in the agency's words
 * @param unit unit of measure
 * @param quantity how many units, positive, up to six decimals
 * @param unitPrice US dollars per unit, up to six decimals, without tax and freight
 * @param amount quantity times unit price in US dollars, rounded half up to the cent, without tax and freight
 * @param kind what the line buys
 * @param lumpSum true when one price is asked for several things together
 * @param publicWorks true when the buyer classifies it as public works, or codes it as cable installation, which is public works
 * @param supportsLineIds for an NSP line, the priced lines it directly supports
 * @param nspReason for an NSP line, why it is subordinate and peripheral to them; null when not said
 * @param orderToLocation the contractor's location, when the line names its own; null when the order's
 * @param pricedOn the day whose prices hold for the line: the order date, or the amendment's for a new or changed line
 * @param serviceCategory which kind of service it buys; null when it is not told
 * @param coding how the buyer codes it; null when it does not
 */
public record OrderLine(
        String lineId,
        @Nullable CmasNumber cmas,
        @Nullable String cmasAsPrinted,
        boolean nsp,
        @Nullable String itemId,
        String description,
        String unit,
        BigDecimal quantity,
        Usd unitPrice,
        Usd amount,
        LineKind kind,
        boolean lumpSum,
        boolean publicWorks,
        List<String> supportsLineIds,
        @Nullable String nspReason,
        @Nullable String orderToLocation,
        LocalDate pricedOn,
        @Nullable ServiceCategory serviceCategory,
        @Nullable Coding coding)
        implements NamedLine {
    /** The installation of physical layer cable is public works, whatever the buyer's flag (Guide s11 p22). */
    public OrderLine {
        publicWorks = publicWorks || coding != null && coding.installsCable();
    }

    /** A line of which neither a category of service nor a coding is told. */
    public OrderLine(
            String lineId,
            @Nullable CmasNumber cmas,
            @Nullable String cmasAsPrinted,
            boolean nsp,
            @Nullable String itemId,
            String description,
            String unit,
            BigDecimal quantity,
            Usd unitPrice,
            Usd amount,
            LineKind kind,
            boolean lumpSum,
            boolean publicWorks,
            List<String> supportsLineIds,
            @Nullable String nspReason,
            @Nullable String orderToLocation,
            LocalDate pricedOn) {
        this(
                lineId,
                cmas,
                cmasAsPrinted,
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
                pricedOn,
                null,
                null);
    }

    /** How the buyer codes it; nothing is told where it does not. */
    public Coding coded() {
        return coding == null ? Coding.NONE : coding;
    }

    /** The same line with the prices of that day. */
    public OrderLine withPricesOf(LocalDate day) {
        return new OrderLine(
                lineId,
                cmas,
                cmasAsPrinted,
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
                day,
                serviceCategory,
                coding);
    }

    public boolean boughtOn(CmasNumber number) {
        return cmas != null && cmas.equals(number);
    }

    /** A line that must stand on the price list: neither NSP nor travel, which have terms of their own. */
    public boolean listed() {
        return !nsp && kind != LineKind.TRAVEL;
    }

    /** Goods and packaged software that are no public works. */
    public boolean product() {
        return !publicWorks && (kind == LineKind.GOODS || kind == LineKind.SOFTWARE);
    }

    /** True when nothing that the line asks of the contractor differs. */
    public boolean unchangedFrom(OrderLine other) {
        return sameAs(other)
                && supportsLineIds.equals(other.supportsLineIds)
                && Objects.equals(nspReason, other.nspReason)
                && Objects.equals(orderToLocation, other.orderToLocation);
    }

    /** True when the same is bought at the same price; the way a number is printed does not matter. */
    public boolean sameAs(OrderLine other) {
        return Objects.equals(cmas, other.cmas)
                && nsp == other.nsp
                && Objects.equals(itemId, other.itemId)
                && description.equals(other.description)
                && unit.equals(other.unit)
                && quantity.compareTo(other.quantity) == 0
                && unitPrice.equals(other.unitPrice)
                && kind == other.kind
                && lumpSum == other.lumpSum
                && publicWorks == other.publicWorks;
    }
}
