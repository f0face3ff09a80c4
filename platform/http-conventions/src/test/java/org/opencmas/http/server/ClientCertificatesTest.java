package org.opencmas.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.ClientAuth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A service that is told to ask for certificates, and cannot or need not, does not start")
class ClientCertificatesTest {
    private static final String KEYS = "quarkus.tls.api.key-store.p12.path";
    private static final String TRUST = "quarkus.tls.api.trust-store.p12.path";
    private static final String NAME = "quarkus.http.tls-configuration-name";
    private static final String INSECURE = "quarkus.http.insecure-requests";

    @Test
    void withTlsAndNoOtherWayInItStarts() {
        Map<String, String> whole = Map.of(NAME, "api", KEYS, "a", TRUST, "b", INSECURE, "disabled");
        assertThat(ClientCertificates.fault(ClientAuth.REQUIRED, config(whole), true))
                .isEmpty();
        Map<String, String> unnamed = Map.of(
                "quarkus.tls.key-store.p12.path", "a", "quarkus.tls.trust-store.p12.path", "b", INSECURE, "disabled");
        assertThat(ClientCertificates.fault(ClientAuth.REQUIRED, config(unnamed), true))
                .isEmpty();
        Map<String, String> variables = Map.of(
                NAME, "api", "QUARKUS_TLS_API_KEY_STORE_P12_PATH", "a", "QUARKUS_TLS_API_TRUST_STORE_P12_PATH", "b");
        assertThat(ClientCertificates.fault(ClientAuth.REQUEST, config(variables), true))
                .isEmpty();
    }

    @Test
    void withoutTlsItDoesNot() {
        for (ClientAuth wanted : List.of(ClientAuth.REQUIRED, ClientAuth.REQUEST)) {
            assertThat(ClientCertificates.fault(wanted, config(Map.of(INSECURE, "disabled")), false))
                    .hasValueSatisfying(said -> assertThat(said).contains("no TLS with a key store and a trust store"));
        }
        for (String missing : List.of(KEYS, TRUST, NAME)) {
            Map<String, String> part = new HashMap<>(Map.of(NAME, "api", KEYS, "a", TRUST, "b", INSECURE, "disabled"));
            part.remove(missing);
            assertThat(ClientCertificates.fault(ClientAuth.REQUIRED, config(part), true))
                    .as(missing)
                    .isPresent();
        }
    }

    @Test
    void withAWayInBesideItDoesNot() {
        Map<String, String> open = Map.of(NAME, "api", KEYS, "a", TRUST, "b", INSECURE, "enabled");
        assertThat(ClientCertificates.fault(ClientAuth.REQUIRED, config(open), true))
                .hasValueSatisfying(said -> assertThat(said).contains("quarkus.http.insecure-requests=disabled"));
        assertThat(ClientCertificates.fault(ClientAuth.REQUEST, config(open), true))
                .isEmpty();
        assertThat(ClientCertificates.fault(ClientAuth.REQUIRED, config(open), false))
                .isEmpty();
    }

    @Test
    void whoAsksForNoneNeedsNothing() {
        assertThat(ClientCertificates.fault(ClientAuth.NONE, config(Map.of()), true))
                .isEmpty();
        assertThatThrownBy(() -> new ClientCertificates("always", config(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
