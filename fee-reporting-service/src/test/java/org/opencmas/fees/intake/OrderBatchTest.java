package org.opencmas.fees.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.SeededGenerator;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "Orders' events that come together are posted together, and the books say the same as if each had come alone")
class OrderBatchTest {
    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private UUID agency;
    private String number;

    @BeforeEach
    void anAgreementInTerm() {
        agency = scene.agency("CITY");
        number = scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
    }

    @RepeatedTest(3)
    @DisplayName("over any story the same ledger, totals, obligations, pending fees and events, each of its own cause")
    void togetherOrOneByOne() throws SQLException {
        SeededGenerator random = SeededGenerator.of("orders' events together or one by one");
        var story = new OrderStory(random);
        var alone = new StoryWorld(scene, deliveries, dataSource);
        var together = new StoryWorld(scene, deliveries, dataSource);
        deliver(story.next(80), random, alone, together);
        assertThat(together.books()).isEqualTo(alone.books()).anyMatch(line -> line.startsWith("pending"));
        assertThat(filings(together)).isEqualTo(filings(alone)).contains(201);
        deliver(story.next(80), random, alone, together);
        assertThat(together.books()).isEqualTo(alone.books());
        alone.deliverWhatWasMissing();
        together.deliverWhatWasMissing();
        alone.correct();
        together.correct();
        deliver(story.next(40), random, alone, together);
        assertThat(together.books()).isEqualTo(alone.books()).noneMatch(line -> line.startsWith("pending"));
        Api.proof().body("checks.deviations", everyItem(empty())).body("holds", equalTo(true));
    }

    private void deliver(List<OrderStory.Event> story, SeededGenerator random, StoryWorld alone, StoryWorld together) {
        story.forEach(event -> deliveries.deliverTogether(List.of(alone.event(event))));
        List<ReceivedEvent> waiting =
                new ArrayList<>(story.stream().map(together::event).toList());
        while (!waiting.isEmpty()) {
            List<ReceivedEvent> batch = waiting.subList(0, Math.min(random.between(1, 60), waiting.size()));
            deliveries.deliverTogether(batch);
            batch.clear();
        }
    }

    /** How attempts to file the first two agreements' reports of some quarters are answered. */
    private static List<Integer> filings(StoryWorld world) {
        List<Integer> answers = new ArrayList<>();
        for (String quarter : List.of("2017-Q2", "2017-Q3", "2018-Q1", "2018-Q4")) {
            for (int agreement = 0; agreement < 2; agreement++) {
                answers.add(Api.file(world.contractors.get(agreement), world.numbers.get(agreement), quarter)
                        .extract()
                        .statusCode());
            }
        }
        return answers;
    }

    private ReceivedEvent event(UUID orderId, String type, int documentVersion, String on, String subtotal) {
        return deliveries.event(
                "cmas.orders",
                type,
                orderId,
                documentVersion,
                Scene.orderState(orderId, agency, number, documentVersion, "2026-03-31", on, subtotal));
    }

    private static ValidatableResponse entriesOf(UUID orderId) {
        return Api.analyst()
                .get("/v1/ledger-entries?orderId={id}", orderId)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("an order that is issued, amended and terminated in one batch gets its three postings in that order")
    void aWholeLifeInOneBatch() {
        UUID order = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        ReceivedEvent issued = event(order, "order.issued.v1", 1, "2026-03-31", "1000.00");
        ReceivedEvent amended = event(order, "order.amended.v1", 2, "2026-04-01", "1500.00");
        ReceivedEvent terminated = event(order, "order.terminated.v1", 2, "2026-07-01", "200.00");
        deliveries.deliverTogether(
                List.of(issued, event(other, "order.issued.v1", 1, "2026-03-31", "7.00"), amended, terminated));
        entriesOf(order)
                .body("items.base", contains("1000.00", "500.00", "-1300.00"))
                .body("items.quarter", contains("2026-Q1", "2026-Q2", "2026-Q3"))
                .body("items.cause", contains("ORIGINAL", "AMENDMENT", "TERMINATION"));
        entriesOf(other).body("items.base", contains("7.00"));
        assertThat(postings(order)).containsExactly("1 " + issued.id(), "2 " + amended.id(), "3 " + terminated.id());
        assertThat(traces(order))
                .containsExactly(
                        "1 " + issued.traceParent(), "2 " + amended.traceParent(), "3 " + terminated.traceParent());
    }

    private List<String> postings(UUID orderId) {
        return rows("""
                select number_in_order || ' ' || event_id from posting where order_id::text = ? order by number_in_order
                """, orderId);
    }

    private List<String> traces(UUID orderId) {
        return rows("""
                select aggregate_version || ' ' || trace_parent from journal
                where topic = 'cmas.fees' and aggregate_id = ? order by aggregate_version
                """, orderId);
    }

    private List<String> rows(String sql, Object id) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    @Test
    @DisplayName("a change that comes twice in a batch is posted once, for the first of its events")
    void aDuplicateWithinABatch() {
        UUID order = UUID.randomUUID();
        ReceivedEvent first = event(order, "order.issued.v1", 1, "2026-03-31", "500.00");
        deliveries.deliverTogether(List.of(first, event(order, "order.issued.v1", 1, "2026-03-31", "500.00")));
        assertThat(postings(order)).containsExactly("1 " + first.id());
        deliveries.deliverTogether(List.of(
                event(order, "order.issued.v1", 1, "2026-03-31", "500.00"),
                event(order, "order.amended.v1", 2, "2026-03-31", "500.00")));
        assertThat(postings(order)).hasSize(1);
    }

    @Test
    @DisplayName(
            "a document that comes with another content refuses its batch as a whole; one by one it alone is refused")
    void anotherContentWithinABatch() {
        UUID order = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        List<ReceivedEvent> batch = List.of(
                event(order, "order.issued.v1", 1, "2026-03-31", "500.00"),
                event(other, "order.issued.v1", 1, "2026-03-31", "70.00"),
                event(order, "order.issued.v1", 1, "2026-03-31", "600.00"),
                event(other, "order.amended.v1", 2, "2026-03-31", "80.00"));
        assertThatThrownBy(() -> deliveries.deliverTogether(batch))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another content");
        assertThat(rows("select cause from order_change where order_id::text = ?", order))
                .isEmpty();
        assertThat(rows("select cause from order_change where order_id::text = ?", other))
                .isEmpty();
        assertThat(postings(order)).isEmpty();
        assertThat(postings(other)).isEmpty();
        assertThat(traces(other)).isEmpty();

        deliveries.deliverTogether(batch.subList(0, 1));
        deliveries.deliverTogether(batch.subList(1, 2));
        assertThatThrownBy(() -> deliveries.deliverTogether(batch.subList(2, 3)))
                .hasMessageContaining("another content");
        deliveries.deliverTogether(batch.subList(3, 4));
        entriesOf(order).body("items.base", contains("500.00"));
        entriesOf(other).body("items.base", contains("70.00", "10.00"));
    }

    @Test
    @DisplayName("a batch that has one unreadable event among others is refused before anything is stored")
    void anUnreadableEventWithinABatch() {
        UUID order = UUID.randomUUID();
        assertThatThrownBy(() -> deliveries.deliverTogether(List.of(
                        event(order, "order.issued.v1", 1, "2026-03-31", "500.00"),
                        deliveries.event("cmas.orders", "order.issued.v1", UUID.randomUUID(), 1, "{\"orderId\":7}"))))
                .hasMessageContaining("cannot be read");
        assertThat(rows("select cause from order_change where order_id::text = ?", order))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "a correction reaches all orders that it concerns, however many, and their fees are taken back and posted anew")
    void moreOrdersThanAreWorkedOutAtATime() {
        List<ReceivedEvent> batch = new ArrayList<>();
        for (int i = 0; i < 1_050; i++) {
            batch.add(event(UUID.randomUUID(), "order.issued.v1", 1, "2026-03-31", "1.00"));
        }
        deliveries.deliverTogether(batch);
        scene.agencyBecomes(agency, "K12", 2);
        assertThat(rows("""
                        select number_in_order || ' ' || agency_type || ' ' || count(*) || ' ' || sum(base) from posting
                        where cmas_number = ? group by number_in_order, agency_type order by number_in_order
                        """, number))
                .containsExactly("1 CITY 1050 1050.00", "2 CITY 1050 -1050.00", "3 K12 1050 1050.00");
    }
}
