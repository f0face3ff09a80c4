package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.journal.ReceivedEvent;

@DisplayName("Orders are judged together unless one must be judged before the other")
class SubmissionBatchTest {
    private static final UUID AGENCY = new UUID(0, 1);
    private static final UUID ORDER = new UUID(0, 2);

    private final SubmissionBatch batch = new SubmissionBatch();

    @Test
    void differentOrdersOfOneAgencyAreJudgedTogether() {
        batch.add(submission(ORDER, AGENCY, "PO-1", 1));

        assertThat(batch.hasRoomFor(submission(UUID.randomUUID(), AGENCY, "PO-2", 1)))
                .isTrue();
    }

    @Test
    void twoAgenciesMayUseTheSameNumber() {
        batch.add(submission(ORDER, AGENCY, "PO-1", 1));

        assertThat(batch.hasRoomFor(submission(UUID.randomUUID(), UUID.randomUUID(), "PO-1", 1)))
                .isTrue();
    }

    @Test
    void twoVersionsOfAnOrderAreNotEvenUnderAnotherNumber() {
        batch.add(submission(ORDER, AGENCY, "PO-1", 1));

        assertThat(batch.hasRoomFor(submission(ORDER, AGENCY, "PO-1", 1))).isFalse();
        assertThat(batch.hasRoomFor(submission(ORDER, AGENCY, "PO-2", 1))).isFalse();
    }

    @Test
    void twoOrdersUnderOneNumberOfTheAgencyAreNot() {
        batch.add(submission(ORDER, AGENCY, "PO-1", 1));

        assertThat(batch.hasRoomFor(submission(UUID.randomUUID(), AGENCY, "PO-1", 1)))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} lines and {1} more: {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        1999, 1, true
        2000, 1, false
        1,    2000, false
        """)
    void togetherTheyHaveTwoThousandLinesAtMost(int lines, int more, boolean room) {
        batch.add(submission(ORDER, AGENCY, "PO-1", lines));

        assertThat(batch.hasRoomFor(submission(UUID.randomUUID(), AGENCY, "PO-2", more)))
                .isEqualTo(room);
    }

    @Test
    void theLongestOrderIsJudgedAlone() {
        assertThat(batch.hasRoomFor(submission(ORDER, AGENCY, "PO-1", SubmissionBatch.MOST_LINES + 1)))
                .isTrue();
    }

    @ParameterizedTest(name = "after an order coded {0} of a firm, another of that firm is judged with it: {1}")
    @CsvSource({"CONSULTING, false", "TECHNICAL, true"})
    void anOrderIsJudgedAfterAConsultingOrderOfItsFirm(String kind, boolean room) {
        batch.add(submission(ORDER, AGENCY, "PO-1", 1, "{\"serviceKind\": \"" + kind + "\"}"));

        assertThat(batch.hasRoomFor(submission(UUID.randomUUID(), AGENCY, "PO-2", 1)))
                .isEqualTo(room);
        assertThat(batch.hasRoomFor(submission(UUID.randomUUID(), UUID.randomUUID(), "PO-2", 1)))
                .isTrue();
    }

    private static Submission submission(UUID order, UUID agency, String number, int lines) {
        return submission(order, agency, number, lines, "null");
    }

    /** Of the agency's own contractor, which has its id. */
    private static Submission submission(UUID order, UUID agency, String number, int lines, String coding) {
        String line = """
                {"lineId": "1", "cmasNumber": "3-26-01-1001", "nsp": false, "description": "x", "unit": "EA",
                 "quantity": "1", "unitPrice": "1.00", "amount": "1.00", "kind": "GOODS", "lumpSum": false,
                 "publicWorks": false, "pricedOn": "2026-03-02", "coding": %s}""".formatted(coding);
        String payload = """
                {"orderId": "%s", "documentVersion": 1, "agencyId": "%s", "agencyOrderNumber": "%s", "amendmentNumber": 0,
                 "orderDate": "2026-03-02", "contractorId": "%s", "contractNumber": "CMAS", "tax": "0.00",
                 "freight": "0.00", "subOrders": [], "lines": [%s], "submittedAt": "2026-03-02T18:00:00Z"}
                """.formatted(
                        order,
                        agency,
                        number,
                        agency,
                        IntStream.range(0, lines).mapToObj(i -> line).collect(Collectors.joining(",")));
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "order.submitted.v1",
                "/order-service",
                "cmas.orders",
                order.toString(),
                1,
                1,
                Instant.EPOCH,
                payload,
                null);
        return Submission.of(event);
    }
}
