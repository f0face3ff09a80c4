package org.opencmas.console.session.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {
    @DisplayName("Only this site's own page, or the person, may change something")
    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, Host {2}: {3}")
    @CsvSource({
        "same-origin, http://console.example, console.example, true",
        "same-origin, http://evil.example, console.example, true",
        "none,,console.example, true",
        "cross-site, http://console.example, console.example, false",
        "same-site, http://console.example, console.example, false",
        "SAME-ORIGIN,,console.example, false",
        ",http://console.example, console.example, true",
        ",https://Console.Example:8443, console.example:8443, true",
        ",http://console.example:81, console.example, false",
        ",http://console.example.evil.example, console.example, false",
        ",http://console.example@evil.example, console.example, false",
        ",null, console.example, false",
        ",,console.example, false",
        ",http://console.example,, false",
    })
    void mayChange(@Nullable String fetchSite, @Nullable String origin, @Nullable String host, boolean expected) {
        assertThat(CrossSite.mayChange(fetchSite, origin, host)).isEqualTo(expected);
    }

    @DisplayName("A sign-in leads back only to a page of this site")
    @ParameterizedTest
    @CsvSource({
        "/orders?state=DRAFT, /orders?state=DRAFT",
        "//evil.example, /work",
        "/\\evil.example, /work",
        "https://evil.example, /work",
        "orders, /work",
        "/a|b, /work",
        "/orders?number=%zz, /work",
        "/orders?number=%41, /orders?number=%41",
        "/sign-in?to=/sign-in, /work",
        "/sign-out, /work",
        "'', /work",
    })
    void safe(String page, String expected) {
        assertThat(SignInPaths.safe(page)).isEqualTo(expected);
        assertThat(SignInPaths.safe("/x\r\nSet-Cookie: a=b")).isEqualTo("/work");
    }
}
