package org.opencmas.local.client;

import java.net.URI;
import org.opencmas.local.server.Endpoints;

/** The four services. */
public enum Service {
    REGISTRY,
    ORDER,
    COMPLIANCE,
    FEES;

    URI baseUrl(Endpoints endpoints) {
        return switch (this) {
            case REGISTRY -> endpoints.registry();
            case ORDER -> endpoints.order();
            case COMPLIANCE -> endpoints.compliance();
            case FEES -> endpoints.fees();
        };
    }
}
