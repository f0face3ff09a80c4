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
 * @param heading what it is called, and what it is bought under
 */
public record OrderLine(
        Heading heading, Item item, Price price, Nature nature, Support support, Terms terms, Classified classified)
        implements NamedLine {
    /** The installation of physical layer cable is public works, whatever the buyer's flag (Guide s11 p22). */
    public OrderLine {
        if (classified.coded().installsCable()) {
            nature = new Nature(nature.kind, nature.lumpSum, true);
        }
    }

    /**
     * What a line is called, and what it is bought under.
     *
     * @param lineId the agency's own id of the line
     * @param cmas the CMAS it is bought on; null when the line names none or the text is no CMAS number
     * @param cmasAsPrinted the CMAS number as the agency wrote it; null when it wrote none
     * @param nsp true for an item that is not specifically priced in the CMAS
     */
    public record Heading(
            String lineId,
            @Nullable CmasNumber cmas,
            @Nullable String cmasAsPrinted,
            boolean nsp) {}

    /**
     * What is bought.
     *
     * @param itemId item on the CMAS price list; null when the line names none
     * @param description in the agency's words
     * @param unit unit of measure
     */
    public record Item(@Nullable String itemId, String description, String unit) {}

    /**
     * How much of it, and for how much, without tax and freight.
     *
     * @param quantity how many units, positive, up to six decimals
     * @param unitPrice US dollars per unit, up to six decimals
     * @param amount quantity times unit price in US dollars, rounded half up to the cent
     */
    public record Price(BigDecimal quantity, Usd unitPrice, Usd amount) {}

    /**
     * What kind of thing is bought.
     *
     * @param lumpSum true when one price is asked for several things together
     * @param publicWorks true when the buyer classifies it as public works, or codes it as cable installation, which is public works
     */
    public record Nature(LineKind kind, boolean lumpSum, boolean publicWorks) {}

    /**
     * What an NSP line is bought for.
     *
     * @param supportsLineIds the priced lines it directly supports
     * @param nspReason why it is subordinate and peripheral to them; null when not said
     */
    public record Support(
            List<String> supportsLineIds, @Nullable String nspReason) {}

    /**
     * Where it is ordered, and at whose prices.
     *
     * @param orderToLocation the contractor's location, when the line names its own; null when the order's
     * @param pricedOn the day whose prices hold for the line: the order date, or the amendment's for a new or changed line
     */
    public record Terms(@Nullable String orderToLocation, LocalDate pricedOn) {}

    /**
     * What the buyer says of it that only the buyer can tell.
     *
     * @param serviceCategory which kind of service it buys; null when it is not told
     * @param coding how the buyer codes it; null when it does not
     */
    public record Classified(
            @Nullable ServiceCategory serviceCategory,
            @Nullable Coding coding) {
        private Coding coded() {
            return coding == null ? Coding.NONE : coding;
        }
    }

    @Override
    public String lineId() {
        return heading.lineId();
    }

    public @Nullable CmasNumber cmas() {
        return heading.cmas();
    }

    public boolean nsp() {
        return heading.nsp();
    }

    public @Nullable String itemId() {
        return item.itemId();
    }

    public String description() {
        return item.description();
    }

    public String unit() {
        return item.unit();
    }

    public BigDecimal quantity() {
        return price.quantity();
    }

    public Usd unitPrice() {
        return price.unitPrice();
    }

    public Usd amount() {
        return price.amount();
    }

    public LineKind kind() {
        return nature.kind();
    }

    public boolean lumpSum() {
        return nature.lumpSum();
    }

    public boolean publicWorks() {
        return nature.publicWorks();
    }

    public List<String> supportsLineIds() {
        return support.supportsLineIds();
    }

    public @Nullable String nspReason() {
        return support.nspReason();
    }

    public @Nullable String orderToLocation() {
        return terms.orderToLocation();
    }

    public LocalDate pricedOn() {
        return terms.pricedOn();
    }

    public @Nullable ServiceCategory serviceCategory() {
        return classified.serviceCategory();
    }

    /** How the buyer codes it; nothing is told where it does not. */
    public Coding coded() {
        return classified.coded();
    }

    /** The same line with the prices of that day. */
    public OrderLine withPricesOf(LocalDate day) {
        return new OrderLine(heading, item, price, nature, support, new Terms(terms.orderToLocation, day), classified);
    }

    public boolean boughtOn(CmasNumber number) {
        CmasNumber own = cmas();
        return own != null && own.equals(number);
    }

    /** A line that must stand on the price list: neither NSP nor travel, which have terms of their own. */
    public boolean listed() {
        return !nsp() && kind() != LineKind.TRAVEL;
    }

    /** Goods and packaged software that are no public works. */
    public boolean product() {
        return !publicWorks() && (kind() == LineKind.GOODS || kind() == LineKind.SOFTWARE);
    }

    /** True when nothing that the line asks of the contractor differs. */
    public boolean unchangedFrom(OrderLine other) {
        return sameAs(other)
                && support.equals(other.support)
                && Objects.equals(orderToLocation(), other.orderToLocation());
    }

    /** True when the same is bought at the same price; the way a number is printed does not matter. */
    public boolean sameAs(OrderLine other) {
        return Objects.equals(cmas(), other.cmas())
                && nsp() == other.nsp()
                && item.equals(other.item)
                && quantity().compareTo(other.quantity()) == 0
                && unitPrice().equals(other.unitPrice())
                && nature.equals(other.nature);
    }
}
