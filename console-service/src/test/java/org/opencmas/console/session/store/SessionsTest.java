package org.opencmas.console.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.ConsoleDatabase;

/** The session table with its limits (30 minutes idle, 10 hours in all), and the cipher. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject
    Sessions sessions;

    @Inject
    SessionCipher cipher;

    @Test
    @DisplayName("A session that nobody uses is found for 30 minutes, and not after")
    void idleLimit() {
        Session session = added(UUID.randomUUID(), "idle");
        assertThat(sessions.find(
                        session.nameHash(), NOW.plus(Duration.ofMinutes(30)).minus(SECOND)))
                .isPresent();
        assertThat(sessions.find(session.nameHash(), NOW.plus(Duration.ofMinutes(30))))
                .isEmpty();
    }

    @Test
    @DisplayName("A session in use lasts 10 hours and not longer")
    void absoluteLimit() {
        Session session = added(UUID.randomUUID(), "absolute");
        Instant end = NOW.plus(Duration.ofHours(10));
        for (Instant use = NOW; use.isBefore(end); use = use.plus(Duration.ofMinutes(29))) {
            Session found = sessions.find(session.nameHash(), use).orElseThrow();
            sessions.seen(found, use);
        }
        assertThat(sessions.find(session.nameHash(), end.minus(SECOND))).isPresent();
        assertThat(sessions.find(session.nameHash(), end)).isEmpty();
    }

    @Test
    @DisplayName("When tokens are renewed, a request with the old name is served for one more minute")
    void replaced() {
        Session session = added(UUID.randomUUID(), "replaced");
        sessions.replace(session.nameHash(), NOW);
        assertThat(sessions.find(
                        session.nameHash(), NOW.plus(Duration.ofMinutes(1)).minus(SECOND)))
                .isPresent();
        assertThat(sessions.find(session.nameHash(), NOW.plus(Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A sign-out ends what the renewals of the sign-in made too; signing out everywhere ends every session of the person alone")
    void ends() {
        UUID signIn = UUID.randomUUID();
        Session first = added(signIn, "ends");
        Session renewed = added(signIn, "ends");
        Session elsewhere = added(UUID.randomUUID(), "ends");
        Session other = added(UUID.randomUUID(), "somebody else");

        sessions.end(renewed.nameHash());
        assertThat(sessions.find(first.nameHash(), NOW)).isEmpty();
        assertThat(sessions.find(renewed.nameHash(), NOW)).isEmpty();
        assertThat(sessions.find(elsewhere.nameHash(), NOW)).isPresent();

        sessions.endAllOf("ends");
        assertThat(sessions.find(elsewhere.nameHash(), NOW)).isEmpty();
        assertThat(sessions.find(other.nameHash(), NOW)).isPresent();
    }

    @Test
    @DisplayName("Tokens are readable with the secret, for their session, and unchanged; else not at all")
    void cipher() {
        byte[] tokens = "{\"accessToken\":\"eyJ\"}".getBytes(StandardCharsets.UTF_8);
        byte[] mine = SessionCipher.sha256("mine".getBytes(StandardCharsets.UTF_8));
        byte[] stored = cipher.encrypt(tokens, mine);

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("accessToken", "eyJ");
        assertThat(cipher.decrypt(stored, mine)).hasValue(tokens);
        assertThat(cipher.decrypt(stored, SessionCipher.sha256("yours".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(new SessionCipher("x".repeat(32)).decrypt(stored, mine)).isEmpty();
        stored[stored.length - 1] ^= 1;
        assertThat(cipher.decrypt(stored, mine)).isEmpty();
        assertThatThrownBy(() -> new SessionCipher("x".repeat(31))).hasMessageContaining("at least 32 are needed");
    }

    private Session added(UUID signIn, String subject) {
        byte[] name = SessionCipher.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        Session session = new Session(name, signIn, subject, NOW, NOW, new byte[] {1});
        sessions.add(session);
        return session;
    }
}
