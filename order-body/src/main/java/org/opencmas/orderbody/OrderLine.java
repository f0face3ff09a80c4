package org.opencmas.orderbody;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.particulars.Coding;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProcurementKind;
import org.opencmas.terms.Usd;

/**
 * One line as the agency means it, before it has a place in a document: it knows no sub number and no day of its price. In JSON its groups are
 * flat.
 *
 * @param heading what it is called, and what it is bought under
 * @param coding how the buyer codes the line; null when it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderLine(
        @JsonUnwrapped Heading heading,
        @JsonUnwrapped Item item,
        @JsonUnwrapped Price price,
        @JsonUnwrapped Nature nature,
        @JsonUnwrapped Support support,
        @Nullable String orderToLocation,
        @Nullable Coding coding) {
    /**
     * What a line is called, and what it is bought under.
     *
     * @param lineId the agency system's own id, unique within the order
     * @param cmasNumberAsPrinted the number as the agency wrote it, when that differs from the canonical form
     * @param nsp whether the line is not specifically priced (NSP): an item off the price list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Heading(
            String lineId, CmasNumber cmasNumber, @Nullable String cmasNumberAsPrinted, boolean nsp) {}

    /**
     * What is bought.
     *
     * @param itemId what it is called on the price list, or by its maker; null when that is not told
     * @param manufacturer who makes it, if said; compared with nothing
     * @param unit what its quantity counts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Nullable String itemId,
            String description,
            @Nullable String manufacturer,
            String unit) {}

    /**
     * How much of it, and for how much, without tax and freight.
     *
     * @param quantity above 0, at most six decimals
     * @param unitPrice in US dollars, at most six decimals
     * @param amount quantity times unit price, rounded half up to the cent; never 0.00 unless the price is
     */
    public record Price(
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(type = SchemaType.STRING, pattern = "^\\d{1,12}(\\.\\d{1,6})?$")
            BigDecimal quantity,

            Usd unitPrice,
            Usd amount) {
        /** The price of so many, each at that price. */
        public static Price of(BigDecimal quantity, Usd unitPrice) {
            return new Price(quantity, unitPrice, unitPrice.times(quantity).roundedHalfUp());
        }
    }

    /**
     * What kind of thing is bought.
     *
     * @param serviceCategory which kind of service it buys; null when it is not told
     * @param lumpSum whether one price is asked for several things together
     * @param publicWorks whether the buyer classifies it as public works
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Nature(
            LineKind kind, @Nullable ServiceCategory serviceCategory, boolean lumpSum, boolean publicWorks) {
        /** A kind of which nothing more is told. */
        public static Nature of(LineKind kind) {
            return new Nature(kind, null, false, false);
        }

        private Nature withoutCategory() {
            return new Nature(kind, null, lumpSum, publicWorks);
        }
    }

    /**
     * What an NSP line is bought for.
     *
     * @param supportsLineIds the priced lines that it supports, by their ids as those lines spell them
     * @param nspReason why it is subordinate and peripheral to them; null when that is not said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Support(
            List<String> supportsLineIds, @Nullable String nspReason) {
        /** That of a line that supports none. */
        public static final Support NONE = new Support(List.of(), null);

        public Support {
            supportsLineIds = List.copyOf(supportsLineIds);
        }
    }

    public String lineId() {
        return heading.lineId();
    }

    public CmasNumber cmasNumber() {
        return heading.cmasNumber();
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

    public boolean publicWorks() {
        return nature.publicWorks();
    }

    /**
     * Whether both say the same, however the agency wrote the CMAS number and the case of the line's id. A category of service that is told
     * later changes nothing of what is bought.
     */
    public boolean saysTheSameAs(OrderLine other) {
        return plain().equals(other.plain());
    }

    /**
     * Whether what the line buys can be paid in advance on that basis, where the order says so: never goods, which are paid when they are accepted,
     * and never travel (Guide s6 p15). A subscription is one of software: a line of software, or of services under an agreement for information
     * technology; a reading, since the guide names software maintenance, which is often ordered as a service. The database holds the same.
     */
    public boolean isPayableInAdvance(AdvanceBasis basis) {
        return switch (basis) {
            case SUBSCRIPTION ->
                kind() == LineKind.SOFTWARE
                        || kind() == LineKind.SERVICES && cmasNumber().kind() == ProcurementKind.IT;
            case WARRANTY -> kind() == LineKind.SOFTWARE || kind() == LineKind.SERVICES;
            case GC_11019 -> kind() == LineKind.SERVICES;
        };
    }

    private OrderLine plain() {
        return new OrderLine(
                new Heading(Identifier.keyOf(lineId()), cmasNumber(), null, nsp()),
                item,
                price,
                nature.withoutCategory(),
                support,
                orderToLocation,
                coding);
    }
}
