package org.opencmas.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.embedded.StartFailure;

class PortsTest {
    @Test
    @DisplayName("Without variables the ports are the usual ones")
    void portsAreTheUsualOnesWithoutVariables() {
        Ports ports = Ports.from(Map.of());
        assertThat(ports.of(Port.REGISTRY)).isEqualTo(8081);
        assertThat(ports.of(Port.KAFKA_CONTROLLER)).isEqualTo(19093);
    }

    @Test
    @DisplayName("The offset moves every port but those with a variable of their own")
    void offsetAndOwnVariable() {
        Ports ports = Ports.from(Map.of("CMAS_PORT_OFFSET", "100", "CMAS_PORT_ORDER", "9999"));
        assertThat(ports.of(Port.REGISTRY)).isEqualTo(8181);
        assertThat(ports.of(Port.ORDER)).isEqualTo(9999);
    }

    @DisplayName("What is no port number is refused with the variable's name")
    @ParameterizedTest
    @CsvSource({"CMAS_PORT_ORDER, abc", "CMAS_PORT_ORDER, 0", "CMAS_PORT_ORDER, 65536", "CMAS_PORT_OFFSET, -1"})
    void refusesWhatIsNoPort(String variable, String value) {
        assertThatThrownBy(() -> Ports.from(Map.of(variable, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(variable)
                .hasMessageContaining(value);
    }

    @Test
    @DisplayName("Free ports differ from each other")
    void freePortsDiffer() {
        Ports ports = Ports.free();
        assertThat(Arrays.stream(Port.values()).map(ports::of)).doesNotHaveDuplicates();
    }
}
