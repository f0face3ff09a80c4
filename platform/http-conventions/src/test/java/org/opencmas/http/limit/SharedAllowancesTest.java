package org.opencmas.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.http.TestDatabase;
import org.opencmas.http.limit.LimitSettings.Share;
import org.opencmas.problem.TooManyRequests;

/** Two processes are two of what counts in one, on one database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("A second instance gives a client no second allowance")
class SharedAllowancesTest {
    private static final LimitSettings SETTINGS =
            new LimitSettings(new Share(1, 10, 100), new Share(1, 10, 100), 1, 10);

    /** Stands still, so that nothing grows again. */
    private static final Ticker TIME = Ticker.disabledTicker();

    @Inject
    DataSource database;

    private final Clients here = new Clients(SETTINGS, TIME);
    private final Clients there = new Clients(SETTINGS, TIME);

    @Test
    void whatAClientTookThereIsMissingHere() throws SQLException {
        String client = UUID.randomUUID().toString();
        takeAll(there, client);
        assertThatThrownBy(() -> there.ofSubject(client).enter()).isInstanceOf(TooManyRequests.class);
        here.ofSubject(client).enter();
        assertThatCode(() -> here.ofSubject(client).enter())
                .as("before the news")
                .doesNotThrowAnyException();

        share(there);
        share(here);

        assertThatThrownBy(() -> here.ofSubject(client).enter())
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refusal -> assertThat(refusal.getMessage()).contains("more than 1 requests a second"));
        assertThatCode(() -> here.ofSubject("another of " + client).enter()).doesNotThrowAnyException();
    }

    @Test
    void aClientAloneKeepsItsAllowance() throws SQLException {
        String client = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            here.ofSubject(client).enter();
            share(here);
        }
        assertThatCode(() -> here.ofSubject(client).enter()).doesNotThrowAnyException();
    }

    @Test
    void badTokensAndNetworksAreSharedToo() throws SQLException {
        String network = UUID.randomUUID().toString();
        for (int i = 0; i < 10; i++) {
            there.badTokenFrom(network);
            there.ofNetwork(network).enter();
        }
        here.badTokenFrom(network);
        here.ofNetwork(network).enter();
        share(there);
        share(here);
        assertThatThrownBy(() -> here.requireFewBadTokens(network)).isInstanceOf(TooManyRequests.class);
        assertThatThrownBy(() -> here.ofNetwork(network).enter()).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void whoTookNothingIsNotTold() throws SQLException {
        assertThat(share(here)).isZero();
        here.ofSubject(UUID.randomUUID().toString()).enter();
        assertThat(share(here)).isEqualTo(1);
        assertThat(share(here)).isZero();
    }

    private static void takeAll(Clients clients, String client) {
        for (int i = 0; i < 10; i++) {
            clients.ofSubject(client).enter();
        }
    }

    private int share(Clients clients) throws SQLException {
        return new SharedAllowances(clients, database, TIME, true).share();
    }
}
