package org.opencmas.registry.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.IfMatch;
import org.opencmas.registry.contractor.profile.Qualifications;
import org.opencmas.registry.event.RegistryEvents;

/**
 * Changes a contractor's names, locations, certificates and qualifications. Refuses an unknown contractor (404), a change without
 * If-Match (428), one decided on an older version (412) and a legal name that another contractor has (409). A change that changes nothing records nothing.
 */
@ApplicationScoped
class ChangeContractor {
    private final Contractors contractors;
    private final RegistryEvents events;

    ChangeContractor(Contractors contractors, RegistryEvents events) {
        this.contractors = contractors;
        this.events = events;
    }

    @Transactional
    ContractorState change(UUID id, @Nullable String ifMatch, Contractor.Profile profile) {
        Contractor contractor = contractors.requireForChange(id);
        IfMatch.require(ifMatch, contractor.version());
        ContractorState before = contractor.state();
        if (contractor.isRenamedBy(profile)) {
            contractors.requireFree(profile);
        }
        contractor.change(profile);
        return record(contractor, before);
    }

    @Transactional
    ContractorState qualify(UUID id, @Nullable String ifMatch, Qualifications qualifications) {
        Contractor contractor = contractors.requireForChange(id);
        IfMatch.require(ifMatch, contractor.version());
        ContractorState before = contractor.state();
        if (before.qualifications().equals(qualifications)) {
            return before;
        }
        contractor.qualify(qualifications);
        return record(contractor, before);
    }

    private ContractorState record(Contractor contractor, ContractorState before) {
        if (before.equals(contractor.state())) {
            return before;
        }
        contractors.flush();
        ContractorState state = contractor.state();
        events.record(
                RegistryEvents.CONTRACTORS,
                state.contractorId().toString(),
                state.version(),
                "contractor.changed.v1",
                state);
        return state;
    }
}
