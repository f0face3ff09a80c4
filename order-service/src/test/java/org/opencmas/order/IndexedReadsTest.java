package org.opencmas.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.plan.IndexedReads;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What grows with every order is found by an index, also where policies hide rows")
class IndexedReadsTest {
    private static final Set<String> GROWING = Set.of(
            "purchase_order",
            "order_version",
            "order_act",
            "order_agreement",
            "invoice",
            "invoice_act",
            "invoice_version",
            "payment",
            "receipt",
            "order_account",
            "order_dealing",
            "override",
            "order_import_result");

    /** What proves or counts all there is, and what is only the beginning of a statement. */
    private static final Set<String> ON_PURPOSE = Set.of("Overrides.FIND: override");

    @Inject
    DataSource application;

    @Test
    void noStatementReadsThemWhole() throws SQLException {
        assertThat(Tenant.seeingAll(() -> IndexedReads.readWhole("org.opencmas.order", application, GROWING)))
                .isEqualTo(ON_PURPOSE);
    }
}
