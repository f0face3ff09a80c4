package org.opencmas.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

class RecordedAnswerTest {
    private static final JsonNode NOTHING = MissingNode.getInstance();

    @Test
    void keepsIdsAndInstantsAsRecordedAndTakesWhatChanged() {
        JsonNode recorded = json("""
                {"self": "/v1/orders/01a22288-168f-7000-983f-e1520939b7cb", "at": "2026-11-28T14:21:14.359125Z", "state": "ISSUED"}""");
        JsonNode said = json("""
                {"self": "/v1/orders/01a33388-168f-7000-983f-e1520939b7cc", "at": "2026-12-01T08:00:00Z", "state": "REJECTED", "total": "1.00"}""");

        assertThat(RecordedAnswer.of(recorded, said, NOTHING)).isEqualTo(json("""
                {"self": "/v1/orders/01a22288-168f-7000-983f-e1520939b7cb", "at": "2026-11-28T14:21:14.359125Z", "state": "REJECTED", "total": "1.00"}"""));
    }

    @Test
    void keepsTheReceiptNumberOfTheSameReportAndNotThatOfAnother() {
        JsonNode recorded = json("[\"4-06-78-0031A/2022-Q1/8C71D9056454\"]");

        assertThat(RecordedAnswer.of(recorded, json("[\"4-06-78-0031A/2022-Q1/0123456789AB\"]"), NOTHING))
                .isEqualTo(recorded);
        assertThat(RecordedAnswer.of(recorded, json("[\"4-06-78-0031A/2022-Q2/0123456789AB\"]"), NOTHING))
                .isEqualTo(json("[\"4-06-78-0031A/2022-Q2/0123456789AB\"]"));
    }

    @Test
    void takesAnotherDayThatIsNotTheDayOfTheRun() {
        assertThat(RecordedAnswer.of(json("[\"2026-11-02\"]"), json("[\"2026-11-05\"]"), NOTHING))
                .isEqualTo(json("[\"2026-11-05\"]"));
    }

    @Test
    void cutsListsAndLeavesOutWhatIsNamed() {
        assertThat(RecordedAnswer.of(
                        NOTHING,
                        json("{\"items\": [1, 2, 3], \"facts\": {\"order\": {\"tax\": 0}, \"asOf\": 1}}"),
                        json("[\"/facts/order\", \"/none/here\"]")))
                .isEqualTo(json("{\"items\": [1, 2], \"facts\": {\"asOf\": 1}}"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
