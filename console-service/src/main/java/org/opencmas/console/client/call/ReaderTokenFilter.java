package org.opencmas.console.client.call;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** A service is asked with the reader's own token: what it answers and refuses is what this person may see and do. */
public final class ReaderTokenFilter implements ClientRequestFilter {
    private final CurrentIdentityAssociation identity;

    ReaderTokenFilter(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @Override
    public void filter(ClientRequestContext request) {
        AccessTokenCredential token = identity.getIdentity().getCredential(AccessTokenCredential.class);
        if (token != null) {
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
        }
    }
}
