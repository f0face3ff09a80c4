package org.opencmas.local.server;

import java.net.URI;

/**
 * Where the parts of a running suite answer.
 *
 * @param registry base URL of the contract registry, without a trailing slash
 * @param order base URL of the order service
 * @param compliance base URL of the compliance service
 * @param fees base URL of the fee reporting service
 * @param console base URL of the console's pages
 * @param issuer URL of the realm that issues the tokens, such as {@code http://localhost:8180/realms/cmas}
 */
public record Endpoints(URI registry, URI order, URI compliance, URI fees, URI console, URI issuer) {

    /** Returns the URL that gives out tokens. */
    public URI tokenUrl() {
        return URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** Returns the secret of a sample client. It is public: the realm serves this machine only. */
    public static String sampleSecret(String clientId) {
        return clientId + "-secret";
    }
}
