package org.opencmas.fees;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.opencmas.testkit.MutableClock;

/** It is noon of 21 November 2026 in California: the third quarter is over and its reports are late. */
final class TestClock {
    private TestClock() {}

    @Produces
    @Singleton
    static Clock clock() {
        return MutableClock.at(LocalDate.of(2026, 11, 21));
    }
}
