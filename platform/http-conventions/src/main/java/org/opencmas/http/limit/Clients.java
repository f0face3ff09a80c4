package org.opencmas.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.limit.Addresses;
import org.opencmas.limit.Allowance;
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
    private final Ticker ticker;
    private final Cache<String, Client> known;
    private final Cache<String, Client> unknown;
    private final Cache<String, Allowance> badTokens;

    Clients(LimitSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        this.known = cache();
        this.unknown = cache();
        this.badTokens = cache();
    }

    private <V> Cache<String, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(ticker)
                .build();
    }

    /** The client whom verified tokens name so. */
    public Client ofSubject(String subject) {
        return known.get(subject, name -> new Client(settings.known(), ticker));
    }

    /** Whoever sends from that address, null for none that can be told, without a token that was verified. */
    public Client ofAddress(@Nullable String address) {
        return ofNetwork(Addresses.network(address));
    }

    /** Whoever sends from that network, as {@link Addresses} tells it, without a token that was verified. */
    public Client ofNetwork(String network) {
        return unknown.get(network, sender -> new Client(settings.unknown(), ticker));
    }

    /** The allowances of which something was taken that other processes do not know of, by a name that is the same in each of them. */
    SortedMap<String, Allowance> untold() {
        SortedMap<String, Allowance> untold = new TreeMap<>();
        add(untold, "subject ", known.asMap(), Client::requests);
        add(untold, "network ", unknown.asMap(), Client::requests);
        add(untold, "tokens ", badTokens.asMap(), Function.identity());
        return untold;
    }

    private static <T> void add(
            Map<String, Allowance> untold, String kind, Map<String, T> clients, Function<T, Allowance> allowance) {
        clients.forEach((name, client) -> {
            if (allowance.apply(client).hasUntold()) {
                untold.put(kind + name, allowance.apply(client));
            }
        });
    }

    /**
     * Refuses to look at one more token from there.
     *
     * @throws TooManyRequests (429) when too many were none
     */
    public void requireFewBadTokens(String network) {
        Allowance left = badTokens.getIfPresent(network);
        long missing = left == null ? 0 : left.untilOneIsLeft(ticker.read());
        if (missing > 0) {
            throw new TooManyRequests(
                    "Too many tokens that are not valid came from this address. No further one is looked at for a while.",
                    Duration.ofNanos(missing));
        }
    }

    /** Notes that a token from there was none. */
    public void badTokenFrom(String network) {
        badTokens
                .get(
                        network,
                        sender -> new Allowance(settings.badTokensPerSecond(), settings.badTokenBurst(), ticker.read()))
                .take(ticker.read());
    }
}
