package org.opencmas.fees.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.http.Caller;
import org.opencmas.problem.Forbidden;

/** Whose rows the caller may see: analysts, approvers, reviewers and auditors all, a contractor only its own. */
@ApplicationScoped
public class Visibility {
    private final Caller caller;

    Visibility(Caller caller) {
        this.caller = caller;
    }

    /**
     * The only contractor whose rows the caller may see; empty when it may see all.
     *
     * @throws Forbidden for a contractor's token that names no contractor
     */
    public Optional<UUID> onlyContractor() {
        if (caller.seesAll()) {
            return Optional.empty();
        }
        return Optional.of(caller.contractorId()
                .orElseThrow(() -> new Forbidden("The token does not say which contractor it acts for.")));
    }

    /** Whether the caller may see rows of that contractor; rows without a contractor are only for callers who see all. */
    public boolean includes(Optional<UUID> contractorId) {
        Optional<UUID> only = onlyContractor();
        return only.isEmpty() || only.equals(contractorId);
    }
}
