package org.opencmas.longwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Trouble that passes is told from what would fail again")
class PassingTroubleTest {
    @ParameterizedTest(name = "SQLSTATE {0}: {1}")
    @CsvSource({
        "08006, the database could not be reached",
        "58030, the database could not be reached",
        "40001, others changed the same rows",
        "40P01, others changed the same rows",
        "53300, the database had no room",
        "55P03, others held what the work needs",
        "57014, the database did not answer in time",
        "57P01, the database was being started or stopped"
    })
    void whatPassesIsNamed(String state, String words) {
        assertThat(PassingTrouble.in(new IllegalStateException(new SQLException("x", state))))
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55000", "55006", "23505", "23514", "22021", "22P02", "42703", "P0001", "5", ""})
    void whatWouldFailAgainDoesNotPass(String state) {
        assertThat(PassingTrouble.in(new SQLException("x", state))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName(
            "The pool throws plain exceptions without a state: every connection was taken, or the pool was stopping")
    @ValueSource(
            strings = {
                "Sorry, acquisition timeout!",
                "Acquisition timeout while waiting for new connection",
                "Interrupted while acquiring",
                "This pool is closed and does not handle any more connections!"
            })
    void aPoolWithoutAFreeConnectionIsWaitedFor(String said) {
        assertThat(PassingTrouble.in(new IllegalStateException(new SQLException(said))))
                .contains("no connection to the database came free");
    }

    @Test
    void thePoolIsKnownByItsPlaceWhateverItSays() {
        assertThat(PassingTrouble.in(thrownBy("io.agroal.pool.ConnectionPool"))).isPresent();
        assertThat(PassingTrouble.in(thrownBy("io.agroal.pool.wrapper.ConnectionWrapper")))
                .isEmpty();
        assertThat(PassingTrouble.in(thrownBy("org.opencmas.order.Work"))).isEmpty();
    }

    private static SQLException thrownBy(String type) {
        var failure = new SQLException("nothing came");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "get", null, 1)});
        return failure;
    }

    @Test
    void whatHasNoStateIsNoTroubleOfItsOwn() {
        assertThat(PassingTrouble.in(new SQLException("closed"))).isEmpty();
        assertThat(PassingTrouble.in(new IllegalStateException("of the work"))).isEmpty();
        assertThat(PassingTrouble.in(new SQLTransientConnectionException("later")))
                .contains("the database was busy");
    }

    @Test
    @DisplayName("A cause may tell what its wrapper does not")
    void everyCauseIsAsked() {
        var wrapped = new SQLException("Exception in association of connection", new SQLException("x", "57P01"));
        assertThat(PassingTrouble.in(wrapped)).contains("the database was being started or stopped");
    }
}
