package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.opencmas.journal.ServiceFixture.ACTOR;
import static org.opencmas.journal.ServiceFixture.event;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.TransactionManager;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.entry.JustCommitted;
import org.opencmas.journal.entry.WakeUp;
import org.opencmas.testkit.Eventually;

@DisplayName("Events are recorded with what they tell, in the same JTA transaction")
final class JournalInTransactionTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final TransactionManager transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
    private final WakeUp wakeUp = new WakeUp();
    private ServiceFixture service;
    private AgroalDataSource dataSource;
    private Journal journal;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceFixture(1);
        TransactionSynchronizationRegistryImple registry = new TransactionSynchronizationRegistryImple();
        dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .transactionIntegration(new NarayanaTransactionIntegration(transactions, registry))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(service.databaseUrl))));
        journal = new Journal(dataSource, registry, Clock.systemUTC(), wakeUp, new JustCommitted());
    }

    @AfterEach
    void close() throws Exception {
        dataSource.close();
        service.close();
    }

    @Test
    void aCommitKeepsTheEventAndWakesTheRelay() throws Exception {
        transactions.begin();
        journal.append(ACTOR, event("a", 1), event("a", 2));
        assertThat(wakeUp.await(SHORT)).isFalse();
        transactions.commit();

        assertThat(wakeUp.await(Eventually.PATIENCE)).isTrue();
        assertThat(service.count("select count(*) from journal")).isEqualTo(2);
    }

    @Test
    void aRollbackLeavesNothingAndWakesNobody() throws Exception {
        transactions.begin();
        journal.append(ACTOR, event("a", 1));
        transactions.rollback();

        assertThat(wakeUp.await(SHORT)).isFalse();
        assertThat(service.count("select count(*) from journal")).isZero();
    }

    @Test
    void withoutATransactionNothingIsRecorded() throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> journal.append(ACTOR, event("a", 1)));
        assertThat(service.count("select count(*) from journal")).isZero();
    }
}
