package org.opencmas.http.server;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether who connects over TLS must show a certificate: {@code cmas.http.client-certificates}, since the framework's own setting
 * is fixed when the service is built. It says who may connect; who calls is still told by the token.
 *
 * <p>A service that is to ask for certificates and cannot, or that leaves a way in without, does not start.
 */
@Singleton
class ClientCertificates implements HttpServerOptionsCustomizer {
    private final ClientAuth wanted;
    private final Config config;

    /** @throws IllegalArgumentException for anything but none, request or required */
    ClientCertificates(@ConfigProperty(name = "cmas.http.client-certificates") String wanted, Config config) {
        this.wanted = ClientAuth.valueOf(wanted.toUpperCase(Locale.ROOT));
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        fault(wanted, config, LaunchMode.current() == LaunchMode.NORMAL).ifPresent(fault -> {
            throw new IllegalStateException(fault);
        });
    }

    /** @param isProduction whether a port without TLS beside the other is a mistake; tests have both */
    static Optional<String> fault(ClientAuth wanted, Config config, boolean isProduction) {
        if (wanted == ClientAuth.NONE) {
            return Optional.empty();
        }
        String setting = "cmas.http.client-certificates=" + wanted.name().toLowerCase(Locale.ROOT);
        if (!has(config, "KEY_STORE") || !has(config, "TRUST_STORE")) {
            return Optional.of(
                    setting
                            + ", but the service has no TLS with a key store and a trust store to check them with:"
                            + " set quarkus.http.tls-configuration-name and both stores of that configuration (docs/operations.md).");
        }
        boolean isShut = config.getOptionalValue("quarkus.http.insecure-requests", String.class)
                .filter("disabled"::equalsIgnoreCase)
                .isPresent();
        return wanted == ClientAuth.REQUIRED && isProduction && !isShut
                ? Optional.of(setting + ", but who comes without TLS is asked for none:"
                        + " set quarkus.http.insecure-requests=disabled.")
                : Optional.empty();
    }

    /** Whether the TLS configuration that the server uses has such a store; a variable of the environment names it too. */
    private static boolean has(Config config, String store) {
        String name = config.getOptionalValue("quarkus.http.tls-configuration-name", String.class)
                .map(each -> each + "_")
                .orElse("");
        String prefix = plain("quarkus.tls." + name + store + "_");
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .anyMatch(each -> plain(each).startsWith(prefix));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(wanted);
    }
}
