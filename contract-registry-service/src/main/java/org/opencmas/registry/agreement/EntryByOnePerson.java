package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opencmas.problem.Forbidden;

/**
 * Whether one person may put an agreement or a supplement in force alone. Where not, it is drafted by one and activated by another; an
 * installation that takes over what was signed on paper long ago may allow it.
 */
@ApplicationScoped
class EntryByOnePerson {
    private final boolean allowed;

    EntryByOnePerson(@ConfigProperty(name = "cmas.agreements.entered-by-one-person") boolean allowed) {
        this.allowed = allowed;
    }

    /** @throws Forbidden (403) where a second person is needed */
    void requireAllowed() {
        if (!allowed) {
            throw new Forbidden(
                    "A second person puts agreements and supplements in force here: draft it with"
                            + " POST /v1/agreement-drafts or /v1/agreements/{number}/supplement-drafts, and have it activated.");
        }
    }
}
