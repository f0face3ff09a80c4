package org.opencmas.journal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.journal.ServiceFixture.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.proof.FeedPages;
import org.opencmas.testkit.MutableClock;
import org.opencmas.testkit.Python;

@DisplayName(
        "At an interval the service signs how long its journal is and how it ends, and anybody can hold it to that")
final class SignedCheckpointsTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Path ROOT = Path.of("../..");

    @TempDir
    static Path keys;

    @TempDir
    Path folder;

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-02T17:00:00Z"));
    private Path keyFile;
    private ServiceFixture service;
    private SignedCheckpoints work;

    @BeforeAll
    static void makeKeys() throws Exception {
        pem("first.pem", 3072);
        pem("second.pem", 3072);
        pem("short.pem", 2048);
        write("broken.pem", broken());
    }

    @BeforeEach
    void recordAndSign() throws Exception {
        keyFile = Files.copy(keys.resolve("first.pem"), folder.resolve("signing.pem"));
        service = new ServiceFixture(1);
        work = new SignedCheckpoints(
                service.dataSource, service.settings, clock, Optional.of(keyFile.toString()), Duration.ofHours(1));
        service.record(event("a", 1), event("a", 2));
        look();
    }

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void aCheckpointIsSignedWhenTheLastIsOldAndTheJournalHasGrown() throws Exception {
        assertThat(positions()).containsExactly(2L);
        service.record(event("a", 3));
        clock.advance(Duration.ofMinutes(59));
        look();
        assertThat(positions()).as("a minute too early").containsExactly(2L);
        clock.advance(Duration.ofMinutes(1));
        look();
        assertThat(positions()).containsExactly(2L, 3L);
        clock.advance(Duration.ofHours(2));
        look();
        assertThat(positions()).as("nothing was added").containsExactly(2L, 3L);
        service.record(event("a", 4));
        clock.advance(Duration.ofMinutes(1));
        look();
        assertThat(positions()).as("the first after a quiet time").containsExactly(2L, 3L, 4L);
    }

    @Test
    void anotherInstanceSignsNothingThatIsSignedAlready() throws Exception {
        service.record(event("a", 3));
        SignedCheckpoints other = new SignedCheckpoints(
                service.dataSource, service.settings, clock, Optional.of(keyFile.toString()), Duration.ofHours(1));
        try (Connection connection = service.dataSource.getConnection()) {
            assertThat(other.isWaiting(connection)).isFalse();
        }
    }

    @Test
    void aNewKeyTakesOverWithoutARestartAndTheOldOneStaysPublished() throws Exception {
        Files.copy(keys.resolve("second.pem"), keyFile, StandardCopyOption.REPLACE_EXISTING);
        service.record(event("a", 3));
        clock.advance(Duration.ofHours(1));
        look();
        try (Connection connection = service.dataSource.getConnection()) {
            assertThat(Checkpoints.keys(connection))
                    .extracting(Checkpoints.PublicKey::publishedAt)
                    .containsExactly(Instant.parse("2026-03-02T17:00:00Z"), Instant.parse("2026-03-02T18:00:00Z"));
        }
        assertThat(verify("--keys", write("keys.json", keySet())).output()).startsWith("holds: 3 entries");
    }

    @Test
    void theScriptProvesTheJournalByTheSignatures() throws Exception {
        grow();
        Python.Run all = verify("--keys", write("keys.json", keySet()));
        assertThat(all.output()).startsWith("holds: 6 entries").contains("3 signed checkpoint(s), the last at 6");
        assertThat(all.exitCode()).isZero();
    }

    @Test
    void anyTwoCheckpointsAreComparedByWhatLiesBetween() throws Exception {
        grow();
        String keySet = write("keys.json", keySet());
        assertThat(verify("--keys", keySet, "--between", "2", "4").output()).startsWith("holds: 2 entries");
        assertThat(verify("--keys", keySet, "--between", "4", "6").output()).startsWith("holds: 2 entries");
        assertThat(verify("--keys", keySet, "--between", "2", "6").output()).startsWith("holds: 4 entries");
        assertThat(verify("--keys", keySet, "--between", "3", "6").exitCode()).isEqualTo(2);
    }

    @Test
    void aJournalWrittenAnewWithHashesThatFitIsFoundByWhatWasSigned() throws Exception {
        grow();
        String checkpoints = checkpoints();
        try (ServiceFixture other = new ServiceFixture(1)) {
            other.record(event("b", 1), event("b", 2), event("b", 3), event("b", 4), event("b", 5), event("b", 6));
            Python.Run run = script(FeedPages.of(other), checkpoints, "--keys", write("keys.json", keySet()));
            assertThat(run.output())
                    .contains("DOES NOT HOLD: position 2 is not what /test-service signed at 2026-03-02");
        }
    }

    @Test
    void aJournalThatEndsBeforeWhatWasSignedIsFound() throws Exception {
        grow();
        String cut = String.join("\n", FeedPages.of(service).lines().limit(4).toList());
        Python.Run run = script(cut, checkpoints(), "--keys", write("keys.json", keySet()));
        assertThat(run.output()).contains("DOES NOT HOLD: 6 entries were signed for, and the journal ends at 4");
    }

    @Test
    void aCheckpointThatWasChangedOrIsSignedByAnotherKeyIsNotBelieved() throws Exception {
        grow();
        String kept = write("keys.json", keySet());
        String changed = checkpoints().replaceFirst("\"entries\":2", "\"entries\":3");
        assertThat(script(FeedPages.of(service), changed, "--keys", kept).output())
                .contains("DOES NOT HOLD: the signature of the checkpoint at 2 is not that of");
        String none = write("other.json", "{\"keys\":[]}");
        assertThat(script(FeedPages.of(service), checkpoints(), "--keys", none).output())
                .contains("DOES NOT HOLD: the checkpoint at 2 is signed by");
        String renamed = keySet().replaceFirst("\"e\":\"AQAB\"", "\"e\":\"AQAD\"");
        assertThat(script(FeedPages.of(service), checkpoints(), "--keys", write("renamed.json", renamed))
                        .output())
                .contains("is not what its name says");
    }

    @Test
    void aJournalOfWhichNothingIsSignedIsNotProvedBySignatures() throws Exception {
        String kept = write("keys.json", keySet());
        for (String none : List.of("{\"checkpoints\":[]}", "")) {
            Python.Run run = script(FeedPages.of(service), none, "--keys", kept);
            assertThat(run.output()).contains("DOES NOT HOLD: nothing is signed");
            assertThat(run.exitCode()).isEqualTo(1);
        }
        assertThat(verify("--keys", kept).exitCode()).as("one is signed").isZero();
    }

    @Test
    void aSigningThatFailedLeavesNothingBehindAndItsConnectionAsItWas() throws Exception {
        service.record(event("a", 3));
        clock.advance(Duration.ofHours(1));
        Files.copy(keys.resolve("broken.pem"), keyFile, StandardCopyOption.REPLACE_EXISTING);
        try (AgroalDataSource onlyOne = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(service.databaseUrl))))) {
            SignedCheckpoints failing = new SignedCheckpoints(
                    onlyOne, service.settings, clock, Optional.of(keyFile.toString()), Duration.ofHours(1));
            assertThatThrownBy(() -> failing.goOn(() -> false)).hasMessageContaining("could not be signed");
            try (Connection connection = onlyOne.getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(Checkpoints.keys(connection))
                        .as("the key that could not sign is not published")
                        .hasSize(1);
                assertThat(failing.isWaiting(connection))
                        .as("tried again at once")
                        .isTrue();
            }
            Files.copy(keys.resolve("second.pem"), keyFile, StandardCopyOption.REPLACE_EXISTING);
            failing.goOn(() -> false);
        }
        assertThat(positions()).containsExactly(2L, 3L);
    }

    @Test
    void theDatabaseRefusesToChangeACheckpoint() {
        for (String change : List.of(
                "update journal_checkpoint set entries = 7",
                "delete from journal_checkpoint",
                "truncate journal_checkpoint",
                "update journal_key set modulus = 'x'")) {
            assertThatThrownBy(() -> service.execute(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("a checkpoint is never changed");
        }
    }

    @Test
    void aKeyThatCannotBeUsedIsRefusedAndNeverShown() throws Exception {
        assertThatThrownBy(() -> SigningKey.read(keys.resolve("short.pem")))
                .hasMessageContaining("no RSA key of at least 3072 bits");
        assertThatThrownBy(() -> SigningKey.read(folder.resolve("none.pem"))).hasMessageContaining("cannot be read");
        Path text = Files.writeString(folder.resolve("text.pem"), "topsecret");
        assertThatThrownBy(() -> SigningKey.read(text))
                .hasMessageContaining("no private key in PEM")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void withoutAKeyNothingIsSigned() throws Exception {
        SignedCheckpoints without = new SignedCheckpoints(
                service.dataSource, service.settings, clock, Optional.empty(), Duration.ofHours(1));
        try (Connection connection = service.dataSource.getConnection()) {
            assertThat(without.isWaiting(connection)).isFalse();
        }
    }

    /** Checkpoints at 2, 4 and 6. */
    private void grow() throws Exception {
        for (int version = 3; version < 6; version += 2) {
            service.record(event("a", version), event("a", version + 1));
            clock.advance(Duration.ofHours(1));
            look();
        }
    }

    /** As the loop of long work does. */
    private void look() throws SQLException {
        try (Connection connection = service.dataSource.getConnection()) {
            if (work.isWaiting(connection)) {
                work.goOn(() -> false);
            }
        }
    }

    private List<Long> positions() throws SQLException {
        try (Connection connection = service.dataSource.getConnection()) {
            return Checkpoints.after(connection, 0, 100).stream()
                    .map(signed -> signed.checkpoint().position())
                    .toList();
        }
    }

    private String checkpoints() throws Exception {
        return JSON.writeValueAsString(new CheckpointResource(service.dataSource).checkpoints(0, 100));
    }

    private String keySet() throws Exception {
        return JSON.writeValueAsString(new CheckpointResource(service.dataSource).keys());
    }

    private Python.Run verify(String... options) throws Exception {
        return script(FeedPages.of(service), checkpoints(), options);
    }

    private Python.Run script(String feed, String checkpoints, String... options) throws Exception {
        Python.assumeHere("verify/journal.py is not run");
        List<String> call = new ArrayList<>(
                List.of("verify/journal.py", write("feed.jsonl", feed), "--signed", write("signed.json", checkpoints)));
        call.addAll(List.of(options));
        return Python.run(ROOT, call.toArray(String[]::new));
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toAbsolutePath().toString();
    }

    private static void pem(String name, int bits) throws Exception {
        write(name, key(bits));
    }

    private static PrivateKey key(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }

    /** It reads as a key, and fails where it signs. */
    private static PrivateKey broken() throws Exception {
        RSAPrivateCrtKey whole = (RSAPrivateCrtKey) key(3072);
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        whole.getModulus(),
                        whole.getPublicExponent(),
                        whole.getPrivateExponent(),
                        whole.getPrimeP(),
                        whole.getPrimeQ(),
                        whole.getPrimeExponentP().add(BigInteger.TWO),
                        whole.getPrimeExponentQ(),
                        whole.getCrtCoefficient()));
    }

    private static void write(String name, PrivateKey key) throws Exception {
        String encoded = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        Files.writeString(
                keys.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }
}
