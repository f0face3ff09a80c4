package org.opencmas.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.TooManyRequests;

/**
 * The clients that this process has met lately. One that was silent for ten minutes is forgotten: by then its allowance has grown
 * whole again.
 */
@Singleton
public class Clients {
    private static final int MOST = 50_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final LimitSettings settings;
    private final Cache<String, Client> known = cache();
    private final Cache<String, Client> unknown = cache();
    private final Cache<String, Allowance> badTokens = cache();

    Clients(LimitSettings settings) {
        this.settings = settings;
    }

    private static <V> Cache<String, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    /** The client whom verified tokens name so. */
    public Client ofSubject(String subject) {
        return known.get(subject, name -> new Client(settings.known(), System.nanoTime()));
    }

    /** Whoever sends from that address, null for none that can be told, without a token that was verified. */
    public Client ofAddress(@Nullable String address) {
        return unknown.get(Addresses.network(address), network -> new Client(settings.unknown(), System.nanoTime()));
    }

    /**
     * Refuses to look at one more token from there.
     *
     * @throws TooManyRequests (429) when too many were none
     */
    public void requireFewBadTokens(@Nullable String address) {
        Allowance left = badTokens.getIfPresent(Addresses.network(address));
        long missing = left == null ? 0 : left.untilOneIsLeft(System.nanoTime());
        if (missing > 0) {
            throw new TooManyRequests(
                    "Too many tokens that are not valid came from this address. No further one is looked at for a while.",
                    Duration.ofNanos(missing));
        }
    }

    /** Notes that a token from there was none. */
    public void badTokenFrom(@Nullable String address) {
        badTokens
                .get(
                        Addresses.network(address),
                        network -> new Allowance(
                                settings.badTokensPerSecond(), settings.badTokenBurst(), System.nanoTime()))
                .take(System.nanoTime());
    }
}
