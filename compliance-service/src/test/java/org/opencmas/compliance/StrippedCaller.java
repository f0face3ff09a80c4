package org.opencmas.compliance;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.http.Caller;
import org.opencmas.testkit.access.StrippedChecks;

/** The caller as a mistake in the application would see it, while a test takes its checks away; else as it is. */
@Alternative
@Priority(1)
@RequestScoped
class StrippedCaller extends Caller {
    /** For the proxy of the scope, which asks the caller of each request. */
    StrippedCaller() {
        this(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
    }

    @Inject
    StrippedCaller(SecurityIdentity identity) {
        super(identity);
    }

    @Override
    public boolean has(String role) {
        return StrippedChecks.yesOr(super.has(role));
    }

    @Override
    public boolean seesAll() {
        return StrippedChecks.yesOr(super.seesAll());
    }

    @Override
    public Optional<UUID> agencyId() {
        return StrippedChecks.agencyOr(super.agencyId());
    }

    @Override
    public Optional<UUID> contractorId() {
        return StrippedChecks.contractorOr(super.contractorId());
    }
}
