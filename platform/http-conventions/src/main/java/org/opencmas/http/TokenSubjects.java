package org.opencmas.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom the tokens name that were verified, until they end, an hour at most. It opens no door: it only tells with whom a request is
 * counted while its token is verified anew, which it is each minute. Counted with its address then, a client would be locked out by
 * whoever else used up the share of that address.
 */
final class TokenSubjects {
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final long MOST_TOKENS = 10_000;

    private final Cache<String, Named> named;

    TokenSubjects(Ticker ticker) {
        named = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .expireAfterWrite(REMEMBERED_FOR)
                .ticker(ticker)
                .build();
    }

    /** @param end the first instant at which the token is not valid any more */
    private record Named(String subject, Instant end) {}

    /** Notes whom a token names that has just been verified. */
    void add(String token, String subject, Instant end) {
        named.put(token, new Named(subject, end));
    }

    /** The subject of a token that was verified and has not ended; null for any other. */
    @Nullable
    String of(String token, Instant now) {
        Named found = named.getIfPresent(token);
        return found != null && now.isBefore(found.end()) ? found.subject() : null;
    }
}
