package org.opencmas.order.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.order.purchaseorder.reading.Visibility;

/** Of which agencies a caller sees what persons decided: its own, or all. */
@ApplicationScoped
class OversightAccess {
    /** No agency has it. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Caller caller;

    OversightAccess(Caller caller) {
        this.caller = caller;
    }

    /** The agency to look at, null for all: another one than the caller's own is told apart from one that is not there by nobody. */
    @Nullable
    UUID agency(@Nullable UUID asked) {
        Optional<UUID> own = Optional.ofNullable(Visibility.of(caller).agencyId());
        return own.isEmpty() || own.get().equals(asked) || asked == null ? own.orElse(asked) : NOBODY;
    }
}
