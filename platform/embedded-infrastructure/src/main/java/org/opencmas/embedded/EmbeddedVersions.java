package org.opencmas.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The versions that the build chose.
 *
 * @param postgres version of the PostgreSQL binaries, such as {@code 18.6.0}
 * @param kafka version of the broker
 */
record EmbeddedVersions(String postgres, String kafka) {
    static EmbeddedVersions load() {
        try (InputStream in =
                EmbeddedVersions.class.getResourceAsStream("/META-INF/embedded-infrastructure.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "embedded-infrastructure.properties is on the class path"));
            return new EmbeddedVersions(
                    properties.getProperty("postgres.version"), properties.getProperty("kafka.version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
