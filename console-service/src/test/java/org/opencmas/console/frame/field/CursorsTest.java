package org.opencmas.console.frame.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CursorsTest {
    @Test
    @DisplayName("The next page keeps the filter and takes the service's cursor; a hostile filter stays a value")
    void next() {
        assertThat(Cursors.next(
                        "/orders",
                        Map.of("state", List.of("A&cursor=x\"><script>"), "cursor", List.of("old")),
                        "/v1/orders?limit=50&cursor=WyIy%2B"))
                .isEqualTo("/orders?cursor=WyIy%2B&state=A%26cursor%3Dx%22%3E%3Cscript%3E");
        assertThat(Cursors.next("/orders", Map.of(), null)).isEmpty();
        assertThat(Cursors.next("/orders", Map.of(), "/v1/orders")).isEmpty();
    }
}
