package org.opencmas.fees.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.SeededGenerator;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What the books come to depends on the events and not on how those of different things follow each other")
class EventOrderTest {
    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Test
    @DisplayName("facts first or last, orders one after the other or mixed: the same worth, sales, accounts and totals")
    void theOrderBetweenAggregatesDoesNotMatter() throws SQLException {
        SeededGenerator random = SeededGenerator.of("the order of events between aggregates");
        List<OrderStory.Event> story = new OrderStory(random).next(150);
        var asTold = new StoryWorld(scene, deliveries, dataSource);
        story.forEach(event -> deliveries.deliverTogether(List.of(asTold.event(event))));
        assertThat(asTold.worth()).anyMatch(line -> line.startsWith("pending"));
        asTold.deliverWhatWasMissing();
        asTold.correct();

        var orderByOrder = new StoryWorld(scene, deliveries, dataSource);
        orderByOrder.correct();
        Map<Integer, List<OrderStory.Event>> orders = new LinkedHashMap<>();
        story.forEach(event -> orders.computeIfAbsent(event.order(), order -> new ArrayList<>())
                .add(event));
        List<Integer> left = new ArrayList<>(orders.keySet());
        boolean known = false;
        while (!left.isEmpty()) {
            Integer next = random.oneOf(left);
            left.remove(next);
            orders.getOrDefault(next, List.of())
                    .forEach(event -> deliveries.deliverTogether(List.of(orderByOrder.event(event))));
            if (!known && random.onceIn(5)) {
                orderByOrder.deliverWhatWasMissing();
                known = true;
            }
        }
        if (!known) {
            orderByOrder.deliverWhatWasMissing();
        }
        assertThat(orderByOrder.worth()).isEqualTo(asTold.worth()).noneMatch(line -> line.startsWith("pending"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName(
            "rebuilt from the same events, in large batches and some twice, the books are those that grew event by event")
    void rebuiltFromTheJournal() throws SQLException {
        SeededGenerator random = SeededGenerator.of("rebuilt from the journal");
        List<OrderStory.Event> story = new OrderStory(random).next(120);
        var live = new StoryWorld(scene, deliveries, dataSource);
        story.forEach(event -> deliveries.deliverTogether(List.of(live.event(event))));
        var rebuilt = new StoryWorld(scene, deliveries, dataSource);
        deliveries.deliverTogether(story.stream().map(rebuilt::event).toList());
        assertThat(rebuilt.books()).isEqualTo(live.books());
        deliveries.deliverTogether(story.stream().map(rebuilt::event).toList());
        assertThat(rebuilt.worth()).isEqualTo(live.worth());
    }
}
