package org.opencmas.registry.agreement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.Forbidden;

@DisplayName("One person puts an agreement in force alone only where the installation says so")
class EntryByOnePersonTest {
    @Test
    void itIsRefusedWithWhatToDoInstead() {
        assertThatThrownBy(() -> new EntryByOnePerson(false).requireAllowed())
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("/v1/agreement-drafts");
    }

    @Test
    void anInstallationMayAllowIt() {
        assertThatCode(() -> new EntryByOnePerson(true).requireAllowed()).doesNotThrowAnyException();
    }
}
