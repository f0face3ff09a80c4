package org.opencmas.http.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.opencmas.limit.Allowance;
import org.opencmas.problem.TooManyRequests;

/** What one client has in flight, and what it may still send. */
public final class Client {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final LimitSettings.Share share;
    private final Ticker ticker;
    private final Allowance requests;
    private final AtomicInteger inFlight = new AtomicInteger();

    Client(LimitSettings.Share share, Ticker ticker) {
        this.share = share;
        this.ticker = ticker;
        this.requests = new Allowance(share.perSecond(), share.burst(), ticker.read());
    }

    /**
     * Lets a request in, which {@link #leave leaves} when it is answered.
     *
     * @throws TooManyRequests (429) when the client has too many in flight or sent too many; it has not come in then
     */
    public void enter() {
        if (inFlight.incrementAndGet() > share.atOnce()) {
            inFlight.decrementAndGet();
            throw new TooManyRequests(
                    "This client has " + share.atOnce()
                            + " requests in flight, which is as many as it may have at once. Nothing was done;"
                            + " send the request again when one of them is answered.",
                    SOON);
        }
        long missing = requests.take(ticker.read());
        if (missing > 0) {
            inFlight.decrementAndGet();
            throw new TooManyRequests(
                    "This client sends more than " + share.perSecond() + " requests a second, and has used up the "
                            + share.burst() + " that it may send at once. Nothing was done; send the request again.",
                    Duration.ofNanos(missing));
        }
    }

    /** What it may still send. */
    Allowance requests() {
        return requests;
    }

    public void leave() {
        inFlight.decrementAndGet();
    }
}
