package org.opencmas.http.limit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * The limits of one process, {@code cmas.limits.*}; the defaults are in this module's {@code microprofile-config.properties}.
 *
 * @param known what a client may send whose token was verified
 * @param unknown what may come from one address without such a token
 * @param badTokensPerSecond how many tokens that are none one address may send for ever
 * @param badTokenBurst how many it may send at once
 */
public record LimitSettings(Share known, Share unknown, int badTokensPerSecond, int badTokenBurst) {
    /**
     * @param perSecond requests a second for ever, at least 1
     * @param burst requests at once after a rest, at least 1
     * @param atOnce requests that may be in flight together, at least 1
     */
    public record Share(int perSecond, int burst, int atOnce) {
        public Share {
            requirePositive(perSecond);
            requirePositive(burst);
            requirePositive(atOnce);
        }
    }

    public LimitSettings {
        requirePositive(badTokensPerSecond);
        requirePositive(badTokenBurst);
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of cmas.limits is " + limit + ", but must be at least 1.");
        }
    }

    static final class FromConfiguration {
        private final Config config;

        FromConfiguration(Config config) {
            this.config = config;
        }

        @Produces
        @Singleton
        LimitSettings limitSettings() {
            return new LimitSettings(
                    new Share(number("requests-per-second"), number("burst"), number("requests-at-once")),
                    new Share(
                            number("anonymous-requests-per-second"),
                            number("anonymous-burst"),
                            number("anonymous-requests-at-once")),
                    number("bad-tokens-per-second"),
                    number("bad-token-burst"));
        }

        private int number(String name) {
            return config.getValue("cmas.limits." + name, Integer.class);
        }
    }
}
