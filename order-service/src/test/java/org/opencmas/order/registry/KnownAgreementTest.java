package org.opencmas.order.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An agreement is known as it stood on any day")
class KnownAgreementTest {
    private final KnownAgreement agreement = new KnownAgreement(
            "4-26-11-0001A",
            List.of(
                    version("2026-01-01", "Old"),
                    version("2026-03-01", "Printed wrong"),
                    version("2026-03-01", "New"),
                    version("2026-02-01", "Told late")),
            Set.of());

    private static KnownAgreement.Version version(String effectiveOn, String name) {
        return new KnownAgreement.Version(
                LocalDate.parse(effectiveOn), 0, new UUID(0, 1), name, NullNode.getInstance());
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2025-12-31, Old",
        "2026-01-01, Old",
        "2026-01-31, Old",
        "2026-02-01, Told late",
        "2026-02-28, Told late",
        "2026-03-01, New",
        "2030-01-01, New",
    })
    void theTermsOfTheDayCount(LocalDate day, String name) {
        assertThat(agreement.on(day).contractorName()).isEqualTo(name);
    }
}
