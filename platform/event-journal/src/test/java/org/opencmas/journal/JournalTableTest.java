package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.journal.ServiceFixture.event;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The database itself refuses every change of the journal")
final class JournalTableTest {

    private static ServiceFixture service;

    @BeforeAll
    static void recordThreeEvents() throws Exception {
        service = new ServiceFixture(1);
        service.record(event("a", 1), event("a", 2));
        service.record(event("a", 3));
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set payload = '{}' where aggregate_version = 1",
                "update journal set actor = 'somebody else' where aggregate_version = 3",
                "update journal set occurred_at = now() where aggregate_version = 3",
                "delete from journal where aggregate_version = 3",
                "truncate journal",
                "update journal_order set position = position + 100 where position = 2",
                "update journal_order set hash = decode(repeat('ff', 32), 'hex') where position = 2",
                "delete from journal_order where position = 3",
                "truncate journal_order"
            })
    void editsAndDeletionsAreRefused(String sql) throws Exception {
        assertThatThrownBy(() -> service.execute(sql)).hasMessageContaining("the journal is never changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into journal_order select 2, gen_random_uuid(), hash from journal_order where position = 3",
                "insert into journal_order select 4, event_id, hash from journal_order where position = 3",
                "insert into journal_order values (4, gen_random_uuid(), null)"
            })
    void aPositionIsGivenOnceToOneEntryAndWithItsHash(String sql) {
        assertThatThrownBy(() -> service.execute(sql)).hasMessageContaining("constraint");
    }

    @Test
    void theSameVersionOfAnAggregateIsRecordedOnce() {
        assertThatThrownBy(() -> service.record(event("a", 1))).hasMessageContaining("duplicate key");
    }

    @Test
    void aPayloadThatIsNoJsonObjectIsRefused() {
        assertThatThrownBy(() -> service.record(new NewEvent("cmas.orders", "b", 1, "order.issued.v1", "[1]")))
                .hasMessageContaining("journal_payload_check");
    }
}
