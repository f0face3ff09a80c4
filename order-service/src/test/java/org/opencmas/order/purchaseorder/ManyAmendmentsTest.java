package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amendment;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("ORD-AMEND-NUMBER: an order of 250 amendments reads back whole, 1, 2, 3 without a gap")
class ManyAmendmentsTest {
    private static final int AMENDMENTS = 250;

    @Inject
    Orders orders;

    @Inject
    Database database;

    private final UUID contractor = UUID.randomUUID();

    @Test
    void everyVersionReadsBackAsItWasWritten() throws SQLException {
        UUID agency = Api.registeredAgency();
        UUID orderId = Api.issued(agency, order("PO-250", contractor, line("1", "4-06-78-0031A", "1", "10.00")));
        var random = new RandomAmendments(250, orderId, agency, contractor);
        List<OrderDocument> written = Tenant.seeingAll(() -> database.inOwnTransaction(connection -> {
            List<OrderDocument> documents = new ArrayList<>();
            OrderBody content = random.order();
            for (int i = 1; i <= AMENDMENTS; i++) {
                PurchaseOrder order = orders.findForUpdate(connection, orderId).orElseThrow();
                content = random.amended(content);
                var as = new Amendment(i, RandomAmendments.first().amendmentDate(), "amendment " + i, null);
                orders.save(
                        connection,
                        order,
                        order.amend(content, as, false, RandomAmendments.act()),
                        RandomAmendments.act());
                var decision = new Decision(
                        UUID.randomUUID(),
                        orderId,
                        order.latest().number(),
                        Decision.Outcome.ISSUE,
                        List.of(),
                        RandomAmendments.act().at());
                documents.add(order.latest().document());
                orders.save(connection, order, order.decide(decision), RandomAmendments.act());
            }
            return documents;
        }));

        String buyer = Tokens.buyer(agency);
        as(buyer)
                .get("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200)
                .body("amendmentNumber", equalTo(AMENDMENTS))
                .body("documentVersion", equalTo(AMENDMENTS + 1))
                .body("total", equalTo(written.getLast().amounts().total().toString()));
        as(buyer)
                .get("/v1/orders/{id}/history", orderId)
                .then()
                .body("entries", hasSize(2 + 2 * AMENDMENTS))
                .body("entries.findAll { it.act == 'AMENDED' }", hasSize(AMENDMENTS));
        List<OrderVersion> stored =
                Tenant.seeingAll(() -> database.with(connection -> orders.versions(connection, orderId)));
        assertThat(stored.stream().skip(1).map(OrderVersion::document)).isEqualTo(written);
        for (int version : List.of(1, 2, 100, AMENDMENTS + 1)) {
            as(buyer)
                    .get("/v1/orders/{id}/versions/{v}", orderId, version)
                    .then()
                    .statusCode(200)
                    .body("amendmentNumber", equalTo(version - 1));
        }
    }
}
