package org.opencmas.local.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The processes of a running suite, in the order in which they depend on one another. */
public enum Server {
    POSTGRES("postgres", Port.POSTGRES, "", ""),
    KAFKA("kafka", Port.KAFKA, "", ""),
    IDENTITY("identity", Port.IDENTITY, "", "cmas_identity"),
    REGISTRY("contract-registry", Port.REGISTRY, "contract-registry-service", "cmas_registry"),
    ORDER("order", Port.ORDER, "order-service", "cmas_order"),
    COMPLIANCE("compliance", Port.COMPLIANCE, "compliance-service", "cmas_compliance"),
    FEES("fee-reporting", Port.FEES, "fee-reporting-service", "cmas_fees"),
    CONSOLE("console", Port.CONSOLE, "console-service", "cmas_console");

    private final String label;
    private final Port port;
    private final String module;
    private final String database;

    Server(String label, Port port, String module, String database) {
        this.label = label;
        this.port = port;
        this.module = module;
        this.database = database;
    }

    /** Returns the name that a person sees, and that log and pid file carry. */
    public String label() {
        return label;
    }

    public Port port() {
        return port;
    }

    /** Returns where it tells of its health and its metrics; empty for what the suite does not build. */
    public Optional<Port> managementPort() {
        return switch (this) {
            case CONSOLE -> Optional.of(Port.CONSOLE_MANAGEMENT);
            case REGISTRY -> Optional.of(Port.REGISTRY_MANAGEMENT);
            case ORDER -> Optional.of(Port.ORDER_MANAGEMENT);
            case COMPLIANCE -> Optional.of(Port.COMPLIANCE_MANAGEMENT);
            case FEES -> Optional.of(Port.FEES_MANAGEMENT);
            default -> Optional.empty();
        };
    }

    /** Returns the folder of the Maven module that it is built from; empty for what the suite does not build. */
    public String module() {
        return module;
    }

    /** Returns the name of its database and of that database's owner; empty when it has none. */
    public String database() {
        return database;
    }

    /** Returns the role as which a service connects; it owns nothing, and its password is its name. */
    public String applicationRole() {
        return database + "_app";
    }

    /** Returns the programs that this project builds: the four services and the console. */
    public static List<Server> services() {
        return Arrays.stream(values())
                .filter(server -> !server.module.isEmpty())
                .toList();
    }

    /** Returns the servers that own a database. */
    public static List<Server> withDatabase() {
        return Arrays.stream(values())
                .filter(server -> !server.database.isEmpty())
                .toList();
    }
}
