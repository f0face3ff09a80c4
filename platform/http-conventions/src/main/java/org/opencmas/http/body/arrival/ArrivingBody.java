package org.opencmas.http.body.arrival;

import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Unavailable;
import org.opencmas.problem.body.PayloadTooLarge;

/**
 * Takes a body in on the event loop: no thread waits for it. It has to be whole by its deadline, never silent for longer than
 * the patience with slow ones and, after it, never slower on the average than the least speed. What comes after a refusal is
 * dropped.
 */
public final class ArrivingBody {
    private static final Logger LOG = Logger.getLogger(ArrivingBody.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final long MAX_CHECK_MILLIS = 1_000;

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final KeptBody kept;
    private final BodySettings.Kind kind;
    private final BodySettings settings;
    private final Ticker ticker;
    private final long startNanos;
    private @Nullable UniEmitter<? super InputStream> awaiting;
    private long timer;
    private long lastNanos;
    private long arrivedBytes;

    public ArrivingBody(
            HttpServerRequest request,
            Vertx vertx,
            KeptBody kept,
            BodySettings.Kind kind,
            BodySettings settings,
            Ticker ticker) {
        this.request = request;
        this.vertx = vertx;
        this.kept = kept;
        this.kind = kind;
        this.settings = settings;
        this.ticker = ticker;
        this.startNanos = ticker.read();
        this.lastNanos = startNanos;
    }

    /** The body once it is whole; fails with the refusal to answer. To be asked for once, on the request's event loop. */
    public Uni<InputStream> whole() {
        return Uni.createFrom().emitter(emitter -> begin(emitter));
    }

    public long arrivedBytes() {
        return arrivedBytes;
    }

    private void begin(UniEmitter<? super InputStream> emitter) {
        awaiting = emitter;
        if (request.isEnded()) {
            ended();
            return;
        }
        timer = vertx.setPeriodic(
                Math.max(1, Math.min(MAX_CHECK_MILLIS, settings.slowPatience().toMillis() / 2)), tick -> checkSpeed());
        request.handler(this::arrived);
        request.endHandler(end -> ended());
        request.exceptionHandler(broken -> refuse(new BodyBrokenOff()));
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void arrived(Buffer bytes) {
        if (awaiting == null) {
            return;
        }
        lastNanos = ticker.read();
        arrivedBytes += bytes.length();
        if (arrivedBytes > kind.maxBytes()) {
            refuse(new PayloadTooLarge(kind.maxBytes()));
        } else if (!kept.add(bytes)) {
            refuse(new Unavailable(
                    "Too many bodies are being handled. Nothing was stored; send the request again.", RETRY));
        } else if (kept.isHeavy()) {
            request.pause();
            vertx.executeBlocking(() -> {
                        kept.putAway();
                        return true;
                    })
                    .onSuccess(done -> request.resume())
                    .onFailure(this::cannotKeep);
        }
    }

    private void ended() {
        vertx.cancelTimer(timer);
        if (awaiting == null) {
            return;
        }
        if (kept instanceof SpooledBody) {
            vertx.executeBlocking(kept::whole).onSuccess(this::done).onFailure(this::cannotKeep);
        } else {
            try {
                done(kept.whole());
            } catch (IOException e) {
                cannotKeep(e);
            }
        }
    }

    private void done(InputStream whole) {
        UniEmitter<? super InputStream> emitter = awaiting;
        awaiting = null;
        if (emitter != null) {
            emitter.complete(whole);
        }
    }

    private void checkSpeed() {
        Duration taken = Duration.ofNanos(ticker.read() - startNanos);
        Duration silent = Duration.ofNanos(ticker.read() - lastNanos);
        boolean slow = taken.compareTo(settings.slowPatience()) > 0
                && arrivedBytes < settings.leastBytesPerSecond() * taken.toMillis() / 1_000;
        if (slow || silent.compareTo(settings.slowPatience()) > 0 || taken.compareTo(kind.deadline()) > 0) {
            refuse(new BodyTooSlow());
        }
    }

    private void cannotKeep(Throwable failure) {
        if (awaiting != null) {
            LOG.warnf("a body could not be kept: %s", failure);
            refuse(new Unavailable("The body cannot be kept at present. Send the request again.", RETRY));
        }
    }

    private void refuse(Throwable refusal) {
        UniEmitter<? super InputStream> emitter = awaiting;
        awaiting = null;
        vertx.cancelTimer(timer);
        kept.close();
        if (emitter != null) {
            request.resume();
            emitter.fail(refusal);
        }
    }
}
