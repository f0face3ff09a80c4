package org.opencmas.problem;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Answers that come after the caller has hung up. */
@Path("/v1/hang-ups")
public class HangUpProbeResource {
    static final AtomicInteger BEGUN = new AtomicInteger();
    static final AtomicInteger ANSWERED = new AtomicInteger();

    private static final Duration LATE = Duration.ofMillis(300);

    @POST
    public Map<String, Integer> read(Map<String, Object> body) {
        return Map.of("fields", body.size());
    }

    @GET
    @Path("/blocking")
    @Blocking
    public Map<String, String> blocking() {
        BEGUN.incrementAndGet();
        LockSupport.parkNanos(LATE.toNanos());
        ANSWERED.incrementAndGet();
        return Map.of("came", "late");
    }

    @GET
    @Path("/waiting")
    public Uni<Map<String, String>> waiting() {
        BEGUN.incrementAndGet();
        return Uni.createFrom()
                .item(Map.of("came", "late"))
                .onItem()
                .delayIt()
                .by(LATE)
                .onTermination()
                .invoke(ANSWERED::incrementAndGet);
    }

    @GET
    @Path("/long")
    @Blocking
    public Map<String, String> longAnswer() {
        BEGUN.incrementAndGet();
        LockSupport.parkNanos(LATE.toNanos());
        ANSWERED.incrementAndGet();
        return Map.of("long", "x".repeat(20_000_000));
    }

    @GET
    @Path("/failing")
    @Blocking
    public Map<String, String> failing() {
        BEGUN.incrementAndGet();
        LockSupport.parkNanos(LATE.toNanos());
        ANSWERED.incrementAndGet();
        throw new NotFound("probe", "failing");
    }
}
