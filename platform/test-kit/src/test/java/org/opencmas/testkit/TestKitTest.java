package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencmas.testkit.event.JsonSchemas;

class TestKitTest {

    @Test
    void tokensCarryRolesAndTheAgencyAndAreSignedWithTheKeyOfThisRun() throws Exception {
        UUID agency = UUID.randomUUID();

        JsonNode claims = claims(Tokens.buyer(agency));

        assertThat(claims.at("/agency_id").asText()).isEqualTo(agency.toString());
        assertThat(claims.at("/realm_access/roles"))
                .extracting(JsonNode::asText)
                .containsExactly("agency-buyer", "agency-approver");
        assertThat(claims.at("/iss").asText()).isEqualTo(Tokens.ISSUER);
        assertThat(isTrusted(Tokens.of("auditor"))).isTrue();
        assertThat(isTrusted(Tokens.forged("auditor"))).isFalse();
    }

    @Test
    void anExpiredTokenWasGoodUntilAnHourAgo() throws Exception {
        Instant expiry = Instant.ofEpochSecond(
                claims(Tokens.expired("auditor")).at("/exp").asLong());

        assertThat(expiry).isBefore(Instant.now().minus(Duration.ofMinutes(59)));
    }

    @Test
    void theClockStandsStillUntilItIsSet() {
        MutableClock clock = MutableClock.at(LocalDate.of(2026, 6, 30));

        assertThat(clock.instant()).isEqualTo("2026-06-30T19:00:00Z");
        clock.advance(Duration.ofHours(12));
        assertThat(LocalDate.now(clock)).isEqualTo("2026-07-01");
        assertThat(LocalDate.now(clock.withZone(ZoneOffset.UTC))).isEqualTo("2026-07-01");
    }

    @Test
    void theSameSeedGivesTheSameValues() {
        SeededGenerator one = SeededGenerator.withSeed(7);
        SeededGenerator other = SeededGenerator.withSeed(7);

        for (int round = 0; round < 1_000; round++) {
            assertThat(one.decimal("-1.00", "1.00", 2))
                    .isEqualTo(other.decimal("-1.00", "1.00", 2))
                    .isBetween(BigDecimal.ONE.negate(), BigDecimal.ONE);
            assertThat(one.text(20)).isEqualTo(other.text(20)).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void eventuallyWaitsAndThenSaysWhatDidNotHold() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(Eventually.valueWithin(
                        Eventually.PATIENCE,
                        () -> asked.incrementAndGet() < 3 ? Optional.empty() : Optional.of("answer")))
                .isEqualTo("answer");
        assertThatThrownBy(() -> Eventually.within(
                        Duration.ofMillis(50), () -> assertThat(asked).hasValue(0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Not so within");
    }

    @Test
    void examplesAreCheckedAgainstTheSchemaBesideThem(@TempDir Path events) throws Exception {
        Files.writeString(events.resolve("thing.made.v1.schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["on"],
                 "properties": {"on": {"type": "string", "format": "date"}}}
                """);
        assertThatThrownBy(() -> JsonSchemas.assertExamplesValid(events)).isInstanceOf(AssertionError.class);

        Path example = Files.writeString(events.resolve("thing.made.v1.example-1.json"), "{\"on\": \"2026-06-30\"}");
        assertThat(JsonSchemas.assertExamplesValid(events)).containsExactly(example);

        Files.writeString(example, "{\"on\": \"2026-06-31\"}");
        assertThatThrownBy(() -> JsonSchemas.assertExamplesValid(events)).hasMessageContaining("2026-06-31");
    }

    @Test
    void aCommittedDocumentMustSayTheSameLineEndsApart(@TempDir Path folder) throws Exception {
        Path document = Files.writeString(folder.resolve("openapi.yaml"), "a: 1\r\nb: 2\r\n");

        CommittedDocument.assertEquals(document, "a: 1\nb: 2");
        assertThatThrownBy(() -> CommittedDocument.assertEquals(document, "a: 1\nb: 3"))
                .hasMessageContaining("out of date");
        assertThatThrownBy(() -> CommittedDocument.assertEquals(folder.resolve("none.yaml"), "a"))
                .isInstanceOf(AssertionError.class);
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static boolean isTrusted(String token) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(TestKeys.publicKey())));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1)));
    }
}
