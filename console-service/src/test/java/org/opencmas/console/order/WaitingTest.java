package org.opencmas.console.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTest {
    @DisplayName("Who has to do something next")
    @ParameterizedTest
    @CsvSource({
        "DRAFT, agency-buyer, true, You: complete and submit it",
        "DRAFT, auditor, false, The agency's submission",
        "RETURNED, agency-approver, true, You: mend what was found",
        "ISSUED, agency-buyer, false, The contractor's answer",
        "ISSUED, contractor, true, You: accept or reject it",
        "REJECTED, contractor, false, The agency's amendment",
        "REJECTED, agency-buyer, true, You: amend it",
        "ACCEPTED, contractor, false, ''",
    })
    void waitsFor(String state, String role, boolean mine, String next) {
        assertThat(Waiting.isMine(state, Set.of(role))).isEqualTo(mine);
        assertThat(Waiting.next(state, Set.of(role))).isEqualTo(next);
    }
}
