package org.opencmas.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {
    @DisplayName("The binaries are chosen by system and processor")
    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   linux-x86_64",
        "Linux,    aarch64, linux-arm_64",
        "Mac OS X, x86_64,  darwin-x86_64",
        "Mac OS X, aarch64, darwin-arm_64"
    })
    void choosesByMachine(String system, String processor, String archive) {
        assertThat(PostgresBinaries.archiveName(system, processor)).isEqualTo(archive);
        assertThat(PostgresBinaries.class.getResource("/postgres-" + archive + ".txz"))
                .isNotNull();
    }

    @Test
    @DisplayName("A machine without binaries is told which are supported")
    void refusesAnotherMachine() {
        assertThatThrownBy(() -> PostgresBinaries.archiveName("Windows 11", "amd64"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Linux and macOS");
    }
}
