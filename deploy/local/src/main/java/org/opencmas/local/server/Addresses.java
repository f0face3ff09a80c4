package org.opencmas.local.server;

import java.net.URI;
import org.opencmas.embedded.Loopback;
import org.opencmas.embedded.PostgresServer;

/** Where the servers of one stack answer, which follows from its ports. */
public final class Addresses {
    /** The name of the realm in which people and systems of the suite sign in. */
    public static final String REALM = "cmas";

    private final Ports ports;

    public Addresses(Ports ports) {
        this.ports = ports;
    }

    public Endpoints endpoints() {
        return new Endpoints(
                base(Server.REGISTRY),
                base(Server.ORDER),
                base(Server.COMPLIANCE),
                base(Server.FEES),
                base(Server.CONSOLE),
                issuer());
    }

    public int port(Server server) {
        return ports.of(server.port());
    }

    /** Returns the port of the broker's controller, which only the broker itself uses. */
    public int controllerPort() {
        return ports.of(Port.KAFKA_CONTROLLER);
    }

    /** Returns host and port of the broker. */
    public String bootstrapServers() {
        return Loopback.ADDRESS + ":" + port(Server.KAFKA);
    }

    /** Returns the JDBC URL of a database, with the superuser's name and password. */
    public String superuserUrl(String database) {
        return databaseUrl(database, PostgresServer.SUPERUSER, PostgresServer.PASSWORD);
    }

    /** Returns the JDBC URL of a database as the service connects to its own. */
    public String applicationUrl(Server server, String database) {
        return databaseUrl(database, server.applicationRole(), server.applicationRole());
    }

    private String databaseUrl(String database, String role, String password) {
        return "jdbc:postgresql://" + Loopback.ADDRESS + ":" + port(Server.POSTGRES) + "/" + database + "?user=" + role
                + "&password=" + password;
    }

    public URI issuer() {
        return URI.create(base(Server.IDENTITY) + "/realms/" + REALM);
    }

    /** Returns the URL that answers 200 once a server with HTTP can do its work. */
    public URI ready(Server server) {
        return server == Server.IDENTITY
                ? URI.create(issuer() + "/.well-known/openid-configuration")
                : management(server).resolve("/q/health/ready");
    }

    private URI base(Server server) {
        return URI.create("http://localhost:" + port(server));
    }

    /** Returns the base URL at which a server tells of its health and its metrics. */
    public URI management(Server server) {
        return server.managementPort()
                .map(port -> URI.create("http://localhost:" + ports.of(port)))
                .orElseGet(() -> base(server));
    }
}
