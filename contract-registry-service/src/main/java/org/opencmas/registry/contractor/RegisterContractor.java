package org.opencmas.registry.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.registry.event.RegistryEvents;

/** Registers a contractor. Refuses an id or a legal name that is taken (409, contractor-exists, with the place of the first). */
@ApplicationScoped
class RegisterContractor {
    private final Contractors contractors;
    private final RegistryEvents events;
    private final Clock clock;

    RegisterContractor(Contractors contractors, RegistryEvents events, Clock clock) {
        this.contractors = contractors;
        this.events = events;
        this.clock = clock;
    }

    /** @param id chosen by the caller, or null for a new one */
    @Transactional
    ContractorState register(@Nullable UUID id, Contractor.Profile profile) {
        if (id != null && contractors.findByIdOptional(id).isPresent()) {
            throw new Conflict(
                    "contractor-exists",
                    "The contractor " + id + " is registered already.",
                    Map.of("location", "/v1/contractors/" + id));
        }
        contractors.requireFree(profile);
        var contractor = new Contractor(id == null ? TimeOrderedId.next() : id, profile, clock.instant());
        contractors.persistAndFlush(contractor);
        ContractorState state = contractor.state();
        events.record(
                RegistryEvents.CONTRACTORS,
                state.contractorId().toString(),
                state.version(),
                "contractor.registered.v1",
                state);
        return state;
    }
}
