package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasePasswordsTest {
    @DisplayName("No secret has a default: who runs the console sets it, or the console does not start")
    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.password, ${CMAS_DB_PASSWORD}",
        "quarkus.flyway.password, ${CMAS_DB_OWNER_PASSWORD}",
        "quarkus.oidc.credentials.secret, ${CMAS_CONSOLE_CLIENT_SECRET}",
        "cmas.console.session-secret, ${CMAS_CONSOLE_SESSION_SECRET}",
    })
    void noDefault(String name, String value) throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }

        assertThat(settings.getProperty(name)).isEqualTo(value);
    }
}
