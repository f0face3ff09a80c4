package org.opencmas.orderbody;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * What an agency says in an order, read and found well-formed, before it is numbered, grouped and dated.
 *
 * @param agencyId the ordering agency; the sender's own when the body leaves it out
 * @param agencyOrderNumber the agency's own number, one for all amendments of one order (Guide s3 p9)
 * @param orderDate the date on the order
 * @param orderToLocation the contractor's location that the order goes to; null for its only one
 * @param tax in US dollars, never part of a line
 * @param freight in US dollars, never part of a line
 * @param lines 1 to 1,000, as the agency sent them
 * @param declared what the agency says of its own about number and groups, for the rules to compare
 * @param delivery when it is to be fulfilled; null when it is not told
 * @param procurement how the agency came to it; null when it is not told
 * @param particulars of services, public works or a lease; null when nothing is said of them
 */
public record OrderBody(
        UUID agencyId,
        String agencyOrderNumber,
        LocalDate orderDate,
        UUID contractorId,
        @Nullable String orderToLocation,
        PaymentMethod paymentMethod,
        Usd tax,
        Usd freight,
        List<OrderLine> lines,
        @Nullable CertificationVerification certificationVerification,
        List<Attestation> attestations,
        Declared declared,
        @Nullable Delivery delivery,
        @Nullable Procurement procurement,
        @Nullable Particulars particulars) {
    public OrderBody {
        lines = List.copyOf(lines);
        attestations = List.copyOf(attestations);
    }

    /** @throws InvalidRequest (400) that names every fault */
    public static OrderBody read(NewOrder sent, OrderSender sender) {
        return read(sent, sender, null, new FieldReader());
    }

    /**
     * Reads an order that is part of a larger body.
     *
     * @param amended the original of the order that is amended, of which the body may leave out what stays; null for a new
     *     order
     * @param fields holds the faults found so far, to be named together with those of the order
     * @throws InvalidRequest (400) that names every fault
     */
    public static OrderBody read(NewOrder sent, OrderSender sender, @Nullable Original amended, FieldReader fields) {
        OrderBody body = new OrderBodyReader(sent, sender, amended, fields).body();
        fields.requireNoFaults();
        return body;
    }

    /**
     * What an amendment keeps of its original (Guide s3 p9), taken as it stands there: it was read when it was placed, by the
     * rules of that day.
     */
    public record Original(UUID agencyId, String agencyOrderNumber, LocalDate orderDate, UUID contractorId) {}

    /** The same order with other statements. */
    public OrderBody withAttestations(List<Attestation> others) {
        return new OrderBody(
                agencyId,
                agencyOrderNumber,
                orderDate,
                contractorId,
                orderToLocation,
                paymentMethod,
                tax,
                freight,
                lines,
                certificationVerification,
                others,
                declared,
                delivery,
                procurement,
                particulars);
    }

    /** The same order, come to in another way. */
    public OrderBody withProcurement(Procurement other) {
        return new OrderBody(
                agencyId,
                agencyOrderNumber,
                orderDate,
                contractorId,
                orderToLocation,
                paymentMethod,
                tax,
                freight,
                lines,
                certificationVerification,
                attestations,
                declared,
                delivery,
                other,
                particulars);
    }

    /** How the order is paid. The State's purchase card is a way to pay, never a waiver of anything. */
    public enum PaymentMethod {
        INVOICE,
        CAL_CARD
    }

    /**
     * The part of an order under one CMAS, "Sub #n" (Guide s3 p10).
     *
     * @param subNumber 1, 2, 3 ... in order of first appearance, kept for ever; as declared, whatever the agency wrote
     * @param subtotalExcludingTax sum of the group's lines, without tax and freight
     */
    public record SubOrder(int subNumber, CmasNumber cmasNumber, Usd subtotalExcludingTax) {}

    /**
     * The agency's check of a certificate in the public directory.
     *
     * @param verifiedOn not after the day on which it was sent
     * @param validThrough last valid day as the directory showed it, inclusive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CertificationVerification(
            LocalDate verifiedOn,
            String verifiedBy,
            String method,
            String result,
            @Nullable String certificateNumber,
            @Nullable LocalDate validThrough) {}

    /**
     * A person's statement on what only a person can judge.
     *
     * @param rule the id of the one rule that it answers; the rule book knows which there are
     * @param attestedBy the person: the sender, or one whom the sender names
     * @param attestedOn not after the day on which it was sent
     * @param lineIds the lines that it is about, as they spell their ids; null when it names none
     * @param recordedBy the sender; null in what was stored before that was kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attestation(
            String rule,
            String statement,
            String attestedBy,
            LocalDate attestedOn,
            @Nullable String evidence,
            @Nullable List<String> lineIds,
            @Nullable String recordedBy) {}

    /** The contract number and the groups as the agency declared them, if it did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeclaredByAgency")
    public record Declared(
            @Nullable String contractNumber, @Nullable List<SubOrder> subOrders) {
        public static final Declared NOTHING = new Declared(null, null);
    }
}
