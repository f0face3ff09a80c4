package org.opencmas.console.frame.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    @DisplayName("Every value is encoded, and each change makes another address")
    void encodes() {
        Address all =
                Address.of("agreements", "a/b c?").with("words", "<b>&=\u00e9").with("code", List.of("78", "D3"));

        assertThat(all).hasToString("/agreements/a%2Fb%20c%3F?words=%3Cb%3E%26%3D%C3%A9&code=78&code=D3");
        assertThat(all.without("code", "78").without("words")).hasToString("/agreements/a%2Fb%20c%3F?code=D3");
        assertThat(all.with("words", "").at("x")).hasToString("/x?code=78&code=D3");
    }

    @Test
    @DisplayName("It never leads to another host")
    void staysHere() {
        assertThat(Address.of("/evil.example")).hasToString("/%2Fevil.example");
        assertThatIllegalArgumentException().isThrownBy(() -> Address.of("", "evil.example"));
    }
}
