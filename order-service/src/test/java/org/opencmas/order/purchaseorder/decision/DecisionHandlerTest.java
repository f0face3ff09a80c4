package org.opencmas.order.purchaseorder.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.http.idempotency.IdempotentRequests;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.placing.OrderWriter;
import org.opencmas.order.purchaseorder.placing.Placements;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.JustPlaced;
import org.opencmas.order.purchaseorder.store.OrderActs;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.purchaseorder.store.Placement;
import org.opencmas.sql.RoundTrip;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Decisions that come together take effect as if each came alone")
class DecisionHandlerTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    DecisionHandler handler;

    @Inject
    DecisionWaiters waiters;

    @Inject
    OrderWriter writer;

    @Inject
    JustPlaced justPlaced;

    @Inject
    Orders orders;

    @Inject
    OrderActs acts;

    @Inject
    IdempotentRequests requests;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    private final Database database = new Database(OwnerDatabase.dataSource());

    private UUID agency;

    private PurchaseOrder placed(String number) throws SQLException {
        Placement placement = Placements.of(agency, number);
        writer.write(List.of(placement));
        return placement.order();
    }

    private static ReceivedEvent evaluated(UUID orderId, int documentVersion, String decision) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "order.evaluated.v1",
                "/compliance-service",
                "cmas.evaluations",
                orderId.toString(),
                1,
                1,
                Instant.parse("2026-03-02T18:00:01Z"),
                """
                {"evaluationId": "%s", "orderId": "%s", "documentVersion": %d, "decision": "%s", "findings": [],
                 "evaluatedAt": "2026-03-02T18:00:01Z"}""".formatted(UUID.randomUUID(), orderId, documentVersion, decision),
                TRACE);
    }

    private static Decision decision(UUID orderId, int documentVersion) {
        return OrderJson.read(evaluated(orderId, documentVersion, "ISSUE").payload(), Decision.class);
    }

    private List<Runnable> handle(ReceivedEvent... events) throws SQLException {
        return handle(handler, events);
    }

    private List<Runnable> handle(DecisionHandler handler, ReceivedEvent... events) throws SQLException {
        List<Runnable> afterCommit = new ArrayList<>();
        database.inOwnTransaction(connection -> {
            EventBatch batch = new EventBatch(connection, List.of(events), new RoundTrip(), afterCommit::add);
            handler.handle(batch);
            batch.send();
            return events;
        });
        afterCommit.forEach(Runnable::run);
        return afterCommit;
    }

    private List<String> read(String sql) {
        return database.with(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setObject(1, agency);
                List<String> rows = new ArrayList<>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                return rows;
            }
        });
    }

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
    }

    @Test
    void eachOrderGoesItsWayAndKeepsItsTrace() throws Exception {
        PurchaseOrder a = placed("A");
        PurchaseOrder b = placed("B");
        PurchaseOrder c = placed("C");

        handle(
                evaluated(a.orderId(), 1, "ISSUE"),
                evaluated(b.orderId(), 1, "RETURN"),
                evaluated(c.orderId(), 2, "ISSUE")); // of a version that there is not yet: stale

        assertThat(read("select agency_order_number || ' ' || state || ' ' || version from purchase_order"
                        + " where agency_id = ? order by 1"))
                .containsExactly("A ISSUED 2", "B RETURNED 2", "C SUBMITTED 1");
        assertThat(read("select o.agency_order_number || ' ' || j.event_type || ' ' || j.trace_parent from journal j"
                        + " join purchase_order o on j.aggregate_id = o.order_id::text"
                        + " join journal_order p using (event_id)"
                        + " where o.agency_id = ? and j.aggregate_version > 1 order by p.position"))
                .containsExactly("A order.issued.v1 " + TRACE, "B order.returned.v1 " + TRACE);
        assertThat(read("select act from order_act where agency_id = ? order by act"))
                .containsExactly("ISSUED", "RETURNED");
    }

    @Test
    void ofTwoOnTheSameVersionTheFirstCounts() throws Exception {
        PurchaseOrder a = placed("A");

        handle(evaluated(a.orderId(), 1, "RETURN"), evaluated(a.orderId(), 1, "ISSUE"));

        assertThat(read("select state || ' ' || version from purchase_order where agency_id = ?"))
                .containsExactly("RETURNED 2");
    }

    @Test
    void oneOnAnOrderThatThereIsNotLeavesTheOthersAsTheyWere() throws Exception {
        PurchaseOrder a = placed("A");
        UUID unknown = UUID.randomUUID();

        assertThatThrownBy(() -> handle(evaluated(a.orderId(), 1, "ISSUE"), evaluated(unknown, 1, "ISSUE")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(unknown.toString());
        assertThat(read("select state from purchase_order where agency_id = ?")).containsExactly("SUBMITTED");
    }

    @Test
    void whatIsRememberedOfAnOrderIsWhatTheDatabaseHas() throws Exception {
        PurchaseOrder a = placed("A");

        Placement remembered = justPlaced.take(decision(a.orderId(), 1)).orElseThrow();

        assertThat(remembered.order())
                .usingRecursiveComparison()
                .usingOverriddenEquals()
                .isEqualTo(database.with(connection -> orders.find(connection, a.orderId()))
                        .orElseThrow());
        assertThat(justPlaced.take(decision(a.orderId(), 1))).isEmpty();
    }

    @Test
    void anOrderOfWhichNothingIsRememberedIsReadAndDecidedBesideOneThatIs() throws Exception {
        PurchaseOrder a = placed("A");
        PurchaseOrder b = placed("B");
        justPlaced.take(decision(a.orderId(), 1));

        handle(evaluated(a.orderId(), 1, "ISSUE"), evaluated(b.orderId(), 1, "ISSUE"));

        assertThat(read("select state || ' ' || version from purchase_order where agency_id = ?"))
                .containsExactly("ISSUED 2", "ISSUED 2");
        assertThat(read("select j.payload::jsonb @> v.document from journal j"
                        + " join order_version v on j.aggregate_id = v.order_id::text"
                        + " where v.agency_id = ? and j.event_type = 'order.issued.v1'"))
                .containsExactly("t", "t");
    }

    @Test
    void anOrderThatWasChangedSinceItWasPlacedIsNotDecidedAsItWas() throws Exception {
        PurchaseOrder a = placed("A");
        Placement outdated = justPlaced.take(decision(a.orderId(), 1)).orElseThrow();
        handle(evaluated(a.orderId(), 1, "RETURN"));
        justPlaced.add(outdated);

        assertThatThrownBy(() -> handle(evaluated(a.orderId(), 1, "ISSUE")))
                .hasStackTraceContaining("no_such_transition: order_version goes from RETURNED to ISSUED");
        handle(evaluated(a.orderId(), 1, "ISSUE"));

        assertThat(read("select state || ' ' || version from purchase_order where agency_id = ?"))
                .containsExactly("RETURNED 2");
    }

    @Test
    void aDecisionOnAnAmendmentCountsWhereTheOriginalWasPlacedAlthoughAnotherInstanceDecidedThat() throws Exception {
        var placedAtA = new JustPlaced();
        var atA = new DecisionHandler(orders, acts, journal, waiters, placedAtA, clock);
        var atB = new DecisionHandler(orders, acts, journal, waiters, new JustPlaced(), clock);
        Placement placement = Placements.of(agency, "A");
        UUID orderId = placement.order().orderId();
        new OrderWriter(database, requests, journal, placedAtA).write(List.of(placement));
        handle(atB, evaluated(orderId, 1, "ISSUE"));
        Api.act(Tokens.buyer(agency), agency, orderId, "amendments", """
                        {"amendmentDate": "2026-03-03", "reason": "two", "lines": [%s]}
                        """.formatted(
                                Api.line("1", "4-06-78-0031A", "2", "5.00")))
                .then()
                .statusCode(202);

        handle(atA, evaluated(orderId, 2, "ISSUE"));

        assertThat(read("select v.document_version || ' ' || v.state || ' ' || o.state from purchase_order o"
                        + " join order_version v using (order_id) where o.agency_id = ? order by 1"))
                .containsExactly("1 ISSUED AMENDED", "2 AMENDED AMENDED");
    }

    @Test
    void whoComesToWaitAfterTheDecisionIsAnsweredAtOnce() throws Exception {
        PurchaseOrder a = placed("A");
        handle(evaluated(a.orderId(), 1, "ISSUE"));

        var waiting = waiters.await(a.orderId(), 1, Eventually.PATIENCE).toCompletableFuture();

        assertThat(waiting).isCompleted();
        assertThat(waiting.join().order()).isNotNull();
        assertThat(waiting.join().order().state()).isEqualTo(OrderState.ISSUED);
    }

    @Test
    void whoWaitsForALaterVersionIsNotAnsweredWithAnEarlierOne() throws Exception {
        PurchaseOrder a = placed("A");
        handle(evaluated(a.orderId(), 1, "ISSUE"));

        var waiting = waiters.await(a.orderId(), 2, Eventually.PATIENCE).toCompletableFuture();

        assertThat(waiting).isNotCompleted();
        waiting.cancel(true);
    }

    @Test
    void aStopOfTheServiceIsNotHeldUpByThoseWhoWait() {
        var ofAStoppingService = new DecisionWaiters(orders, database);
        var before = ofAStoppingService.await(UUID.randomUUID(), 1, Eventually.PATIENCE);

        ofAStoppingService.giveUp();
        var after = ofAStoppingService.await(UUID.randomUUID(), 1, Eventually.PATIENCE);

        for (var waiting : List.of(before, after)) {
            assertThat(waiting.toCompletableFuture()).isCompleted();
            assertThat(waiting.toCompletableFuture().join().decided()).isFalse();
        }
        ofAStoppingService.stop();
    }

    @Test
    void whoWaitsForALaterVersionIsNotWokenByTheDecisionOnAnEarlierOne() throws Exception {
        PurchaseOrder a = placed("A");
        var waiting = waiters.await(a.orderId(), 2, Eventually.PATIENCE).toCompletableFuture();
        var earlier = waiters.await(a.orderId(), 1, Eventually.PATIENCE).toCompletableFuture();

        waiters.decided(a);

        assertThat(earlier).isCompleted();
        assertThat(waiting).isNotCompleted();
        waiting.cancel(true);
    }
}
