package org.opencmas.http.server;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether who connects over TLS must show a certificate: {@code cmas.http.client-certificates}, since the framework's own setting
 * is fixed when the service is built. It says who may connect; who calls is still told by the token.
 */
@Singleton
class ClientCertificates implements HttpServerOptionsCustomizer {
    private final ClientAuth wanted;

    /** @throws IllegalArgumentException for anything but none, request or required */
    ClientCertificates(@ConfigProperty(name = "cmas.http.client-certificates") String wanted) {
        this.wanted = ClientAuth.valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(wanted);
    }
}
