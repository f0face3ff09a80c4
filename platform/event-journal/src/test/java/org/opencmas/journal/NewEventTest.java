package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An event names its type with a version and fits the broker")
final class NewEventTest {

    @ParameterizedTest
    @CsvSource({
        "a quarter of the limit, 225000, x, true",
        "just at the limit,      4000000, x, true",
        "one byte above it,      4000001, x, false",
        "characters of two bytes at it, 2000000, \u00e9, true",
        "characters of two bytes above, 2000001, \u00e9, false"
    })
    void payloadSize(String what, int characters, String character, boolean taken) {
        String payload = character.repeat(characters);
        if (taken) {
            assertThat(new NewEvent("t", "a", 1, "order.issued.v1", payload).payload())
                    .hasSize(characters);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NewEvent("t", "a", 1, "order.issued.v1", payload));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.issued.v1", "price-list.part.v12", "agreement.status-changed.v1"})
    void typesWithAVersionAreTaken(String type) {
        assertThat(new NewEvent("t", "a", 1, type, "{}").type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.issued", "order.issued.v0", "Order.issued.v1", "org.opencmas.OrderIssued", "v1", ""})
    void otherTypesAreRefused(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEvent("t", "a", 1, type, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cmas orders", "Cmas.Orders", "cmas/orders"})
    void whatNoBrokerTakesAsATopicIsRefused(String topic) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEvent(topic, "a", 1, "order.issued.v1", "{}"));
    }

    @Test
    void anAggregateHasAnIdOf200CharactersAtMost() {
        assertThat(new NewEvent("t", "a".repeat(200), 1, "order.issued.v1", "{}").aggregateId())
                .hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewEvent("t", "a".repeat(201), 1, "order.issued.v1", "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEvent("t", " ", 1, "order.issued.v1", "{}"));
    }

    @Test
    void versionsCountFrom1() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEvent("t", "a", 0, "order.issued.v1", "{}"));
    }

    @Test
    void blanksAroundThePayloadAreDropped() {
        assertThat(new NewEvent("t", "a", 1, "order.issued.v1", "\n {\"a\": 1} ").payload())
                .isEqualTo("{\"a\": 1}");
    }
}
