package org.opencmas.order.purchaseorder.reading;

import java.util.UUID;
import org.opencmas.order.payment.Bills;

/** One row at least in each table of what is received, billed and paid on an order. */
record AccountRows(UUID agency, UUID contractor, UUID orderId) {
    void insert() {
        Bills order = new Bills(agency, contractor, orderId);
        order.terms("{\"kind\": \"GOODS_SPECIAL\"}").then().statusCode(200);
        order.bond("PERFORMANCE", "1000000.00").then().statusCode(201);
        order.accepted("1", "2", "2026-03-10").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "20.00");
        order.pay(invoice, "W-1", "4.50", "0.50", "0.00").then().statusCode(201);
        order.bond("PAYMENT", "20.00").then().statusCode(201);
    }
}
