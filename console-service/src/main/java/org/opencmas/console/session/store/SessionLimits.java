package org.opencmas.console.session.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a session lasts. */
@ApplicationScoped
class SessionLimits {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration REPLACED = Duration.ofMinutes(1);

    private final Duration idle;
    private final Duration absolute;

    SessionLimits(
            @ConfigProperty(name = "cmas.console.session-idle-limit", defaultValue = "30M") Duration idle,
            @ConfigProperty(name = "cmas.console.session-absolute-limit", defaultValue = "10H") Duration absolute) {
        this.idle = idle;
        this.absolute = absolute;
    }

    /** Returns how long nothing may be asked for before a session ends. */
    Duration idle() {
        return idle;
    }

    /** Returns how long after the sign-in a session ends, however much it is used. */
    Duration absolute() {
        return absolute;
    }

    /** Returns how exactly the last use is noted. */
    Duration seenEvery() {
        return SEEN_EVERY;
    }

    /** Returns how long the old name of a session whose tokens were renewed is still known. */
    Duration replaced() {
        return REPLACED;
    }
}
