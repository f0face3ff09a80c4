package org.opencmas.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

/** The news of the other services, as they would send it: one agency, one contractor, one CMAS with a price list of two items. */
public final class News {
    private static final AtomicInteger SERIAL = new AtomicInteger(1000);
    public static final Duration DEADLINE = Eventually.PATIENCE;

    public final UUID agency = UUID.randomUUID();
    public final UUID contractor;
    public final String cmas;
    private final TopicProbe probe = TopicProbe.ofServiceUnderTest();
    private int version = 1;

    public News() {
        this("3-26-01-" + SERIAL.incrementAndGet(), UUID.randomUUID());
    }

    /** News of an agency that orders from a CMAS of which others tell. */
    public News(String cmas, UUID contractor) {
        this.cmas = cmas;
        this.contractor = contractor;
    }

    public News all() {
        return agency("CITY").contractor().agreement().priceList("120.00");
    }

    /** News of an agency of that type which the service has taken in: what asks for a known agency can begin. */
    public static News ofKnownAgency(String type) {
        News news = new News().agency(type);
        Eventually.within(
                DEADLINE,
                () -> assertThat(DatabaseRights.rows(
                                OwnerDatabase.dataSource(),
                                "select name from agency where agency_id = '" + news.agency + "'"))
                        .hasSize(1));
        return news;
    }

    public News agency(String type) {
        probe.publish(
                "cmas.agencies", "/order-service", "agency.registered.v1", agency, 1, """
                {"agencyId": "%s", "name": "City of Test", "type": "%s", "agencyClass": "LOCAL", "county": null,
                 "empoweredToExpendPublicFunds": true, "analystDecision": null,
                 "policy": {"orderLimit": "50000.00", "orderLimitAction": "WARN", "minOffers": null, "bestValueAction": "WARN"}}
                """.formatted(agency, type));
        return this;
    }

    /** An agency that changed its own limit on that day. */
    public News policy(int agencyVersion, String recordedAt, String orderLimit, String action) {
        CloudEvent changed =
                CloudEvent.of("/order-service", "agency.changed.v1", agency.toString(), agencyVersion, """
                {"agencyId": "%s", "name": "City of Test", "type": "CITY", "agencyClass": "LOCAL", "county": null,
                 "empoweredToExpendPublicFunds": true, "analystDecision": null,
                 "policy": {"orderLimit": "%s", "orderLimitAction": "%s", "minOffers": null, "bestValueAction": "WARN"}}
                """.formatted(
                                agency, orderLimit, action));
        probe.publish(
                "cmas.agencies",
                new CloudEvent(
                        changed.id(),
                        changed.source(),
                        changed.type(),
                        changed.aggregateId(),
                        changed.aggregateVersion(),
                        changed.position(),
                        Instant.parse(recordedAt),
                        changed.payload()));
        return this;
    }

    public News contractor() {
        probe.publish(
                "cmas.contractors",
                "/contract-registry-service",
                "contractor.registered.v1",
                contractor,
                1,
                """
                {"contractorId": "%s", "legalName": "Contractor, Inc.", "formerNames": [], "locations": [],
                 "certificates": [{"type": "SB", "number": "1234567", "validFrom": "2025-01-01",
                                   "validThrough": "2027-05-31", "source": "Cal eProcure", "checkedOn": "2026-01-05"}],
                 "version": 1}
                """.formatted(contractor));
        return this;
    }

    /** Its legal name has changed since; the CMAS goes on printing "Contractor, Inc.". */
    public News renamed(String legalName, String... formerNames) {
        probe.publish(
                "cmas.contractors", "/contract-registry-service", "contractor.changed.v1", contractor, 2, """
                {"contractorId": "%s", "legalName": "%s", "formerNames": ["%s"], "locations": [], "certificates": [],
                 "version": 2}
                """.formatted(
                                contractor, legalName, String.join("\", \"", formerNames)));
        return this;
    }

    public News agreement() {
        return agreement("agreement.registered.v1", "ACTIVE", "2026-01-01", "2026-06-30", 0);
    }

    /** @param status since the first day of the CMAS */
    public News agreement(String type, String status, String effectiveOn, String termEnd, int supplement) {
        probe.publish("cmas.agreements", "/contract-registry-service", type, cmas, version++, """
                {"cmasNumber": "%s", "rawNumber": "%s", "kind": "IT", "contractorId": "%s",
                 "contractorName": "Contractor, Inc.", "status": "%s",
                 "statusTimeline": [{"status": "%s", "effectiveOn": "2026-01-01"}], "supplementNumber": %d, "effectiveOn": "%s",
                 "termStart": "2026-01-01", "termEnd": "%s", "forUseBy": "STATE_AND_LOCAL", "nspProvision": true,
                 "acceptsCalCard": null, "travelAllowed": null, "stateOrderLimit": "100000.00", "productCodes": [],
                 "categories": ["HARDWARE"], "listedCertifications": [],
                 "baseContract": {"number": "GS-35F-0119Y", "type": "GSA", "holder": "Contractor, Inc.",
                                  "awardingBody": null, "termStart": "2020-01-01", "termEnd": "2030-12-31"}}
                """.formatted(
                        cmas, cmas, contractor, status, status, supplement, effectiveOn, termEnd));
        return this;
    }

    /** The registry lost all that it told of the CMAS after that version, and will give the next versions once more. */
    public News restored(int toVersion) {
        version = toVersion + 1;
        return this;
    }

    /** A list of A-1 at that price and B-2 at 10.00, in two parts. */
    public News priceList(String price) {
        String hash = sha256(line("A-1", price) + line("B-2", "10.00"));
        return priceList(price, "2026-01-01", hash, true);
    }

    public News priceList(String price, String effectiveFrom, String sha256, boolean bothParts) {
        UUID list = UUID.randomUUID();
        part(list, 1, "A-1", price);
        if (bothParts) {
            part(list, 2, "B-2", "10.00");
        }
        probe.publish(
                "cmas.agreements",
                "/contract-registry-service",
                "price-list.published.v1",
                cmas,
                version++,
                """
                {"cmasNumber": "%s", "priceListId": "%s", "supplementNumber": 0, "effectiveFrom": "%s", "lineCount": 2,
                 "partCount": 2, "sha256": "%s"}
                """.formatted(cmas, list, effectiveFrom, sha256));
        return this;
    }

    private void part(UUID list, int part, String item, String price) {
        probe.publish(
                "cmas.agreements", "/contract-registry-service", "price-list.part.v1", cmas, version++, """
                {"cmasNumber": "%s", "priceListId": "%s", "supplementNumber": 0, "part": %d,
                 "lines": [{"itemId": "%s", "description": "Item %s", "unit": "EA", "price": "%s", "basePrice": "200.00",
                            "kind": "GOODS"}]}
                """.formatted(
                                cmas, list, part, item, item, price));
    }

    /** An order of two pieces of A-1, as the order service would tell of it. */
    public CloudEvent submit(UUID order, int documentVersion, String unitPrice, String amount) {
        return submit(order, documentVersion, "2026-03-02", 0, unitPrice, amount, "[]");
    }

    public CloudEvent submit(
            UUID order,
            int documentVersion,
            String date,
            int amendment,
            String unitPrice,
            String amount,
            String attestations) {
        return probe.publish(
                "cmas.orders",
                "/order-service",
                "order.submitted.v1",
                order,
                documentVersion,
                submitted(order, documentVersion, date, amendment, unitPrice, amount, attestations));
    }

    /** What the event of such an order says. */
    public String submitted(
            UUID order,
            int documentVersion,
            String date,
            int amendment,
            String unitPrice,
            String amount,
            String attestations) {
        String amendmentDate = amendment == 0 ? "null" : "\"" + date + "\"";
        String orderDate = amendment == 0 ? date : "2026-03-02";
        return """
                {"orderId": "%s", "documentVersion": %d, "state": "SUBMITTED", "agencyId": "%s",
                 "agencyOrderNumber": "PO-%s", "amendmentNumber": %d, "orderDate": "%s", "amendmentDate": %s,
                 "contractorId": "%s", "contractNumber": "%s", "orderToLocation": "Sacramento",
                 "paymentMethod": "INVOICE", "tax": "20.00", "freight": "0.00", "subtotalExcludingTax": "%s",
                 "total": "%s", "subOrders": [{"subNumber": 1, "cmasNumber": "%s", "subtotalExcludingTax": "%s"}],
                 "lines": [{"lineId": "10", "subNumber": 1, "cmasNumber": "%s", "nsp": false, "itemId": "A-1",
                   "description": "Item A-1", "unit": "EA", "quantity": "2", "unitPrice": "%s", "amount": "%s",
                   "kind": "GOODS", "lumpSum": false, "publicWorks": false, "supportsLineIds": [], "pricedOn": "%s"}],
                 "certificationVerification": {"verifiedOn": "%s", "verifiedBy": "B. Buyer", "method": "Cal eProcure",
                                               "result": "certified"}, "attestations": %s,
                 "declared": {"contractNumber": null, "subOrders": null},
                 "submittedAt": "2026-03-02T18:00:00Z", "submittedBy": "erp"}
                """.formatted(
                        order,
                        documentVersion,
                        agency,
                        order,
                        amendment,
                        orderDate,
                        amendmentDate,
                        contractor,
                        cmas,
                        amount,
                        amount,
                        cmas,
                        amount,
                        cmas,
                        unitPrice,
                        amount,
                        date,
                        orderDate,
                        attestations);
    }

    /** A dry run of the same order. */
    public String check(String unitPrice) {
        return """
                {"agencyOrderNumber": "PO-1", "orderDate": "2026-03-02", "contractorId": "%s",
                 "lines": [{"lineId": "10", "cmasNumber": "#%s", "itemId": "A-1", "description": "Item A-1", "unit": "EA",
                            "quantity": "2", "unitPrice": "%s"}]}
                """.formatted(contractor, cmas, unitPrice);
    }

    private static String line(String item, String price) {
        return String.join("\u001f", item, "Item " + item, "EA", price, "200.00", "", "GOODS", "", "") + "\n";
    }

    public static String sha256(String text) {
        return DigestUtils.sha256Hex(text);
    }
}
