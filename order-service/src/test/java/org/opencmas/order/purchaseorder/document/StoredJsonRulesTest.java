package org.opencmas.order.purchaseorder.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.order.purchaseorder.Decision;

@DisplayName("What was stored before a record grew is read by the record as it is now")
class StoredJsonRulesTest {
    record Grown(
            String name,
            List<String> tags,
            Map<String, String> figures,
            @Nullable List<String> said) {
        Grown {
            tags = List.copyOf(tags);
            figures = Map.copyOf(figures);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"old\"}",
                "{\"name\": \"old\", \"tags\": null, \"figures\": null, \"said\": null}",
                "{\"name\": \"old\", \"since\": \"dropped\"}"
            })
    void aListThatIsNotStoredIsEmptyAndOnlyANullableOneIsAbsent(String stored) {
        assertThat(OrderJson.read(stored, Grown.class)).isEqualTo(new Grown("old", List.of(), Map.of(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"decision\": \"ISSUE\", \"documentVersion\": 1}",
                "{\"decision\": \"ISSUE\", \"documentVersion\": 1, \"findings\": null}"
            })
    void aDecisionWithoutFindingsHasNone(String stored) {
        assertThat(OrderJson.read(stored, Decision.class).findings()).isEmpty();
    }
}
