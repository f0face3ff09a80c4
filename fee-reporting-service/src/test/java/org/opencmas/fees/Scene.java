package org.opencmas.fees;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.ProgramCalendar;

/** Agencies, contractors, agreements and orders of a test's own, told by events as the other services send them. */
@ApplicationScoped
public class Scene {
    private static final AtomicInteger SERIAL = new AtomicInteger(1000);

    private final Deliveries deliveries;

    Scene(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** A CMAS number that no other test uses. */
    public static String newNumber() {
        return "4-20-56-%04d".formatted(SERIAL.incrementAndGet());
    }

    public UUID agency(String type) {
        UUID agencyId = UUID.randomUUID();
        deliveries.deliver("cmas.agencies", "agency.registered.v1", agencyId, 1, agencyState(agencyId, type));
        return agencyId;
    }

    public void agencyBecomes(UUID agencyId, String type, long version) {
        deliveries.deliver("cmas.agencies", "agency.changed.v1", agencyId, version, agencyState(agencyId, type));
    }

    public static String agencyState(UUID agencyId, String type) {
        return """
                {"agencyId":"%s","name":"Agency %s","type":"%s","agencyClass":"LOCAL","county":"Orange",
                 "empoweredToExpendPublicFunds":true,"analystDecision":null,"policy":{}}""".formatted(agencyId, agencyId.toString().substring(0, 4), type);
    }

    public UUID contractor() {
        UUID contractorId = UUID.randomUUID();
        deliveries.deliver(
                "cmas.contractors", "contractor.registered.v1", contractorId, 1, contractorState(contractorId, ""));
        return contractorId;
    }

    /** @param certificates JSON objects, comma-separated */
    public void contractorHas(UUID contractorId, String certificates, long version) {
        deliveries.deliver(
                "cmas.contractors",
                "contractor.changed.v1",
                contractorId,
                version,
                contractorState(contractorId, certificates));
    }

    public static String certificate(String type, String from, String through) {
        return """
                {"type":"%s","number":"1234567","validFrom":"%s","validThrough":"%s","source":"Cal eProcure","checkedOn":"2026-01-05"}""".formatted(type, from, through);
    }

    public static String contractorState(UUID contractorId, String certificates) {
        return """
                {"contractorId":"%s","legalName":"Example Roofing, Inc.","formerNames":[],"locations":[],"certificates":[%s],"version":1}""".formatted(contractorId, certificates);
    }

    public String agreement(UUID contractorId, String from, String through) {
        String number = newNumber();
        deliveries.deliver(
                "cmas.agreements",
                "agreement.registered.v1",
                number,
                1,
                agreementState(number, contractorId, "ACTIVE", from, from, through));
        return number;
    }

    public void agreementBecomes(
            String number,
            UUID contractorId,
            String status,
            String effectiveOn,
            String from,
            String through,
            long version) {
        deliveries.deliver(
                "cmas.agreements",
                "agreement.supplemented.v1",
                number,
                version,
                agreementState(number, contractorId, status, effectiveOn, from, through));
    }

    /** Told at noon of 21 November 2026, by an event that carries the timeline of the status. */
    public void agreementTerminated(
            String number, UUID contractorId, String terminatedOn, String from, String through, long version) {
        String timeline = """
                "statusTimeline":[{"status":"ACTIVE","effectiveOn":"%s"},{"status":"TERMINATED","effectiveOn":"%s"}],"supplementNumber\"""".formatted(from, terminatedOn);
        deliveries.deliver(
                "cmas.agreements",
                "agreement.status-changed.v1",
                number,
                version,
                agreementState(number, contractorId, "TERMINATED", from, from, through)
                        .replace("\"supplementNumber\"", timeline));
    }

    public static String agreementState(
            String number, UUID contractorId, String status, String effectiveOn, String from, String through) {
        return """
                {"cmasNumber":"%s","rawNumber":"%s","kind":"NON_IT","contractorId":"%s","contractorName":"Example Roofing, Inc.",
                 "status":"%s","supplementNumber":0,"effectiveOn":"%s","termStart":"%s","termEnd":"%s",
                 "forUseBy":"STATE_AND_LOCAL","nspProvision":true,"productCodes":[],"categories":[],"listedCertifications":[]}""".formatted(number, number, contractorId, status, effectiveOn, from, through);
    }

    /** What an order comes to under one agreement after a change of it. */
    public static final class Order {
        public final UUID orderId = UUID.randomUUID();
        private final UUID agencyId;
        private final String number;
        private final String orderDate;
        private final Deliveries deliveries;
        private @Nullable UUID contractorId;
        private int version;

        private Order(UUID agencyId, String number, String orderDate, Deliveries deliveries) {
            this.agencyId = agencyId;
            this.number = number;
            this.orderDate = orderDate;
            this.deliveries = deliveries;
        }

        /** Its documents name the contractor from now on. */
        public Order naming(UUID contractor) {
            contractorId = contractor;
            return this;
        }

        public Order issued(String subtotal) {
            return deliver("order.issued.v1", orderDate, subtotal, ++version);
        }

        public Order amended(String on, String subtotal) {
            return deliver("order.amended.v1", on, subtotal, ++version);
        }

        public Order terminated(String on, String remaining) {
            return deliver("order.terminated.v1", on, remaining, version);
        }

        /** Rejected by the contractor: the version in force, at noon of that day in California. */
        public Order rejected(String on) {
            deliveries.deliverTogether(List.of(deliveries.event(
                    "cmas.orders", "order.rejected.v1", orderId, version, state(version, on, "0.00"), noonOf(on))));
            return this;
        }

        /** The original again, as a producer that lost its memory would send it: another event with the same content. */
        public Order issuedAgain(String subtotal) {
            return deliver("order.issued.v1", orderDate, subtotal, 1);
        }

        /** An amendment that moves all of it to another agreement. */
        public Order movedTo(String otherNumber, String on, String subtotal) {
            int next = ++version;
            deliveries.deliver(
                    "cmas.orders",
                    "order.amended.v1",
                    orderId,
                    next,
                    orderState(orderId, agencyId, otherNumber, next, orderDate, on, subtotal));
            return this;
        }

        private String state(int documentVersion, String on, String subtotal) {
            String state = orderState(orderId, agencyId, number, documentVersion, orderDate, on, subtotal);
            return contractorId == null ? state : Scene.naming(contractorId, state);
        }

        private Order deliver(String type, String on, String subtotal, int documentVersion) {
            deliveries.deliver("cmas.orders", type, orderId, documentVersion, state(documentVersion, on, subtotal));
            return this;
        }
    }

    /** An order's state that names a contractor. */
    public static String naming(UUID contractorId, String orderState) {
        return orderState.replace("\"lines\":[]", "\"contractorId\":\"" + contractorId + "\",\"lines\":[]");
    }

    public static String orderState(
            UUID orderId,
            UUID agencyId,
            String number,
            int documentVersion,
            String orderDate,
            String on,
            String subtotal) {
        return """
                    {"orderId":"%s","documentVersion":%d,"state":"ISSUED","agencyId":"%s","agencyOrderNumber":"PO-%s","amendmentNumber":%d,
                     "orderDate":"%s","amendmentDate":"%s","terminatedOn":"%s","contractNumber":"%s","paymentMethod":"CAL_CARD","tax":"91.00",
                     "freight":"12.00","subtotalExcludingTax":"%s","total":"103.00",
                     "subOrders":[{"subNumber":1,"cmasNumber":"%s","subtotalExcludingTax":"%s"}],
                     "remainingSubOrders":[{"subNumber":1,"cmasNumber":"%s","amount":"%s"}],"lines":[]}""".formatted(
                        orderId,
                        documentVersion,
                        agencyId,
                        orderId.toString().substring(0, 8),
                        documentVersion - 1,
                        orderDate,
                        on,
                        on,
                        number,
                        subtotal,
                        number,
                        subtotal,
                        number,
                        subtotal);
    }

    /** Noon of the day in California. */
    public static Instant noonOf(String day) {
        return LocalDate.parse(day)
                .atTime(LocalTime.NOON)
                .atZone(ProgramCalendar.ZONE)
                .toInstant();
    }

    public Order order(UUID agencyId, String number, String orderDate) {
        return new Order(agencyId, number, orderDate, deliveries);
    }
}
