package org.opencmas.testkit.broken;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;

@Singleton
class BrokenHelper {
    @Inject
    BrokenResource injected;

    Instant clockOfTheMachine() {
        return Instant.now();
    }

    Response http() {
        return Response.ok().build();
    }

    BigDecimal inexact(BigDecimal exact) {
        return BigDecimal.valueOf(exact.doubleValue());
    }
}
