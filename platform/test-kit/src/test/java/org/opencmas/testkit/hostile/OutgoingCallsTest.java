package org.opencmas.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutgoingCallsTest {
    private static final String ELSEWHERE = "http://127.0.0.1:" + OutgoingCalls.ELSEWHERE_PORT + "/x";

    @Test
    @DisplayName("A reader that follows an address, or opens a socket, is seen; what is not asked for is not")
    void aCallIsSeen() throws Exception {
        try (OutgoingCalls calls = OutgoingCalls.watch()) {
            assertThat(calls.toElsewhere()).isEmpty();
            assertThatThrownBy(() -> URI.create(ELSEWHERE).toURL().openStream()).isInstanceOf(IOException.class);
            assertThat(calls.toElsewhere()).isNotEmpty();
        }
        try (OutgoingCalls calls = OutgoingCalls.watch()) {
            assertThatThrownBy(() -> new Socket("127.0.0.1", OutgoingCalls.ELSEWHERE_PORT))
                    .isInstanceOf(IOException.class);
            assertThat(calls.toElsewhere()).isNotEmpty();
        }
    }
}
