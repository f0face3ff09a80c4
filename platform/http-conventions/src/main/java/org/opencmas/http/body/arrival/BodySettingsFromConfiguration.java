package org.opencmas.http.body.arrival;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads {@code cmas.http.*}; the defaults are in this module's {@code microprofile-config.properties}. */
final class BodySettingsFromConfiguration {
    /** Of the heap, for all bodies together: what is made of one takes several times its bytes. */
    private static final int PART_OF_HEAP = 10;

    private final Config config;

    BodySettingsFromConfiguration(Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    BodySettings bodySettings() {
        long together = bytes("cmas.http.max-bodies-in-memory")
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        return new BodySettings(
                new BodySettings.Kind(
                        bytes("cmas.http.max-body-size").orElseThrow(),
                        together,
                        config.getValue("cmas.http.large-bodies-at-once", Integer.class),
                        duration("cmas.http.body-deadline")),
                new BodySettings.Kind(
                        bytes("cmas.http.max-import-size").orElseThrow(),
                        bytes("cmas.http.max-imports-on-disk").orElseThrow(),
                        config.getValue("cmas.http.imports-at-once", Integer.class),
                        duration("cmas.http.import-deadline")),
                duration("cmas.http.turn-patience"),
                duration("cmas.http.slow-body-patience"),
                bytes("cmas.http.least-body-bytes-per-second").orElseThrow(),
                duration("cmas.http.refused-body-patience"));
    }

    private Optional<Long> bytes(String name) {
        return config.getOptionalValue(name, MemorySize.class).map(MemorySize::asLongValue);
    }

    private Duration duration(String name) {
        return config.getValue(name, Duration.class);
    }
}
