package org.opencmas.tenant;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;

/** For whom the request being handled works; {@link Tenant#NONE} until its caller is known, and where it need not be. */
@RequestScoped
@Unremovable
public class RequestTenant {
    private Tenant tenant = Tenant.NONE;

    public void is(Tenant ofRequest) {
        tenant = ofRequest;
    }

    public Tenant tenant() {
        return tenant;
    }
}
