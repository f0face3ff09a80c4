package org.opencmas.registry.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.opencmas.registry.event.RegistryEvents;

/** Gives a contractor another legal name; the one given up becomes a former name. Refuses what {@link Contractors} refuses. */
@ApplicationScoped
public class RenameContractor {
    private final Contractors contractors;
    private final RegistryEvents events;

    RenameContractor(Contractors contractors, RegistryEvents events) {
        this.contractors = contractors;
        this.events = events;
    }

    /** @throws org.opencmas.problem.NotFound (404) when there is no such contractor */
    @Transactional
    public String legalName(UUID id) {
        return contractors.require(id).legalName();
    }

    /** @throws org.opencmas.problem.Conflict (409, contractor-exists) when another contractor has the name */
    @Transactional
    public void requireFree(String legalName) {
        contractors.requireFree(Contractor.Profile.named(legalName));
    }

    @Transactional
    public void rename(UUID id, String legalName) {
        Contractor contractor = contractors.requireForChange(id);
        Contractor.Profile profile = contractor.renamed(legalName);
        if (contractor.isRenamedBy(profile)) {
            contractors.requireFree(profile);
        }
        contractor.change(profile);
        contractors.flush();
        ContractorState state = contractor.state();
        events.record(RegistryEvents.CONTRACTORS, id.toString(), state.version(), "contractor.changed.v1", state);
    }
}
