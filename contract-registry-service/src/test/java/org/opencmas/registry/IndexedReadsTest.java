package org.opencmas.registry;

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
@DisplayName(
        "What grows with every agreement, price list and order is found by an index, also where policies hide rows")
class IndexedReadsTest {
    private static final Set<String> GROWING = Set.of(
            "agreement",
            "agreement_supplement",
            "price_line",
            "order_under_agreement",
            "status_timeline_to_tell",
            "document_piece",
            "price_list_import_fault");

    /** What proves or counts all there is, and what is only the beginning of a statement. */
    private static final Set<String> ON_PURPOSE = Set.of();

    @Inject
    DataSource application;

    @Test
    void noStatementReadsThemWhole() throws SQLException {
        assertThat(Tenant.seeingAll(() -> IndexedReads.readWhole("org.opencmas.registry", application, GROWING)))
                .isEqualTo(ON_PURPOSE);
    }
}
