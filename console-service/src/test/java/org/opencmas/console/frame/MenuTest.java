package org.opencmas.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.terms.Roles;

@DisplayName("The entry of the menu that a page belongs to")
class MenuTest {
    private static final List<Menu.Section> DEPARTMENT =
            Menu.of(new Reader("1", "ana", "Ana", Set.of(Roles.DGS_ANALYST), "", ""));

    @DisplayName("is the nearest above it, and none where only letters agree")
    @ParameterizedTest
    @CsvSource({
        "/figures, /figures",
        "/figures/fee-rates, /figures",
        "/figures/repostings, /figures/repostings",
        "/figures/repostings/of/1, /figures/repostings",
        "/figuresque, ''",
        "/reports/4-06-78-0031A/2023-Q1, /queue",
        "/reconciliations/4-06-78-0031A/2023-Q1, /queue",
        "/credits/4-06-78-0031A, /remittances",
        "/policy, ''",
        "/, ''",
    })
    void nearest(String path, String entry) {
        assertThat(Menu.current(DEPARTMENT, path)).isEqualTo(entry);
    }
}
