package org.opencmas.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.benmanes.caffeine.cache.Ticker;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.http.limit.LimitSettings.Share;

@DisplayName("One network is one client, and so is everybody whose address cannot be told")
class ClientsTest {
    private final Clients clients =
            new Clients(new LimitSettings(new Share(1, 1, 1), new Share(1, 1, 1), 1, 1), Ticker.disabledTicker());

    @Test
    void networks() {
        assertThat(clients.ofAddress("192.0.2.1")).isSameAs(clients.ofAddress("192.0.2.1"));
        assertThat(clients.ofAddress("192.0.2.1")).isNotSameAs(clients.ofAddress("192.0.2.2"));
        assertThat(clients.ofAddress("2001:db8::1")).isSameAs(clients.ofAddress("2001:db8::2"));
        assertThat(clients.ofAddress("2001:db8::1")).isNotSameAs(clients.ofAddress("2001:db8:0:1::1"));
    }

    @Test
    @DisplayName("A proxy that forwards a name instead of an address makes no request fail")
    void noAddress() {
        assertThat(clients.ofAddress(null)).isSameAs(clients.ofAddress(null));
        assertThatCode(() -> clients.requireFewBadTokens("")).doesNotThrowAnyException();
        assertThatCode(() -> clients.badTokenFrom("")).doesNotThrowAnyException();
    }
}
