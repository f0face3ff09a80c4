package org.opencmas.journal.receive.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("No event is at fault when the database, or a connection to it, cannot be had: it is waited for")
class DatabaseUnavailableTest {
    @ParameterizedTest(name = "{0}, SQLSTATE {1}: {2}")
    @CsvSource({
        "Connection refused,            08001, true",
        "too many clients,              53300, true",
        "terminating connection,        57P01, true",
        "lock not available,            55P03, true",
        "read-only transaction,         25006, true",
        "'Sorry, acquisition timeout!',      , true",
        "Interrupted while acquiring,        , true",
        "canceling statement,           57014, false",
        "duplicate key,                 23505, false",
        "of the work itself,                 , false",
    })
    void whatIsWaitedFor(String message, @Nullable String state, boolean waited) {
        var failure = new IllegalStateException("the work failed", new SQLException(message, state));
        assertThat(DatabaseUnavailable.isTheReason(failure)).isEqualTo(waited);
    }
}
