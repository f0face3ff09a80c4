package org.opencmas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A client may prefer to wait, for at most 30 seconds")
class PreferTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '\0', textBlock = """
            none                         | none
            wait=0                       | PT0S
            wait=10                      | PT10S
            wait=30                      | PT30S
            wait=31                      | PT30S
            wait=999999999               | PT30S
            wait=9999999999              | none
            wait="5"                     | PT5S
            respond-async, wait=10       | PT10S
            respond-async; x=1 ,wait = 7 | PT7S
            wait=-1                      | none
            wait=1.5                     | none
            await=10                     | none
            wait                         | none
            """)
    void waitSeconds(String header, String wait) {
        assertThat(Prefer.waitSeconds(header).map(Duration::toString).orElse(null))
                .isEqualTo(wait);
    }
}
