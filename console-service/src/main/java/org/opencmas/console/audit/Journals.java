package org.opencmas.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Registry;
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
        ORDERS("Orders", Orders.NAME),
        REGISTRY("Contract registry", Registry.NAME),
        COMPLIANCE("Compliance", Decisions.NAME),
        FEES("Fees and reports", Fees.NAME);

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
