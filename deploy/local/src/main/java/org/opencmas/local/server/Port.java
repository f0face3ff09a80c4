package org.opencmas.local.server;

/** Every port that the local run listens on, with its usual number and the variable that overrides it. */
public enum Port {
    CONSOLE("the console", 8080),
    REGISTRY("the contract registry", 8081),
    ORDER("the order service", 8082),
    COMPLIANCE("the compliance service", 8083),
    FEES("the fee reporting service", 8084),
    CONSOLE_MANAGEMENT("health and metrics of the console", 9080),
    REGISTRY_MANAGEMENT("health and metrics of the contract registry", 9081),
    ORDER_MANAGEMENT("health and metrics of the order service", 9082),
    COMPLIANCE_MANAGEMENT("health and metrics of the compliance service", 9083),
    FEES_MANAGEMENT("health and metrics of the fee reporting service", 9084),
    IDENTITY("the identity provider", 8180),
    POSTGRES("PostgreSQL", 15432),
    KAFKA("Kafka", 19092),
    KAFKA_CONTROLLER("Kafka's controller", 19093);

    private final String user;
    private final int usual;

    Port(String user, int usual) {
        this.user = user;
        this.usual = usual;
    }

    /** Returns who listens there, for messages. */
    public String user() {
        return user;
    }

    /** Returns the number that is used when nothing overrides it. */
    public int usual() {
        return usual;
    }

    /** Returns the environment variable that overrides the number. */
    public String variable() {
        return "CMAS_PORT_" + name();
    }
}
