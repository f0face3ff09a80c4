package org.opencmas.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.department.Journal;

/** The journals of the four services. */
@ApplicationScoped
class Journals {
    private final Journal.OfRegistry registry;
    private final Journal orders;
    private final Journal.OfCompliance compliance;
    private final Journal.OfFees fees;

    Journals(
            @RestClient Journal.OfRegistry registry,
            @RestClient Journal orders,
            @RestClient Journal.OfCompliance compliance,
            @RestClient Journal.OfFees fees) {
        this.registry = registry;
        this.orders = orders;
        this.compliance = compliance;
        this.fees = fees;
    }

    /** Whose journal is read. */
    enum Keeper {
        ORDERS("Orders", "order service"),
        REGISTRY("Contract registry", "contract registry"),
        COMPLIANCE("Compliance", "compliance service"),
        FEES("Fees and reports", "fee service");

        private final String label;
        private final String service;

        Keeper(String label, String service) {
            this.label = label;
            this.service = service;
        }

        public String label() {
            return label;
        }

        /** Returns what a reader calls the service. */
        String service() {
            return service;
        }
    }

    Journal of(Keeper keeper) {
        return switch (keeper) {
            case ORDERS -> orders;
            case REGISTRY -> registry;
            case COMPLIANCE -> compliance;
            case FEES -> fees;
        };
    }
}
