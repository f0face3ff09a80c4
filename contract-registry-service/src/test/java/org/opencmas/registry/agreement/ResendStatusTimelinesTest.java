package org.opencmas.registry.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A status timeline that was never told is told once")
class ResendStatusTimelinesTest {
    @Inject
    ResendStatusTimelines resend;

    private final DataSource database = OwnerDatabase.dataSource();

    @Test
    void withTheWholeAgreementAndItsNextVersion() throws SQLException {
        String number = Registry.agreement("Untold, Inc.");
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body("{\"status\": \"SUSPENDED\", \"effectiveOn\": \"2026-11-10\", \"reason\": \"test\"}")
                .post("/v1/agreements/" + number + "/status-changes")
                .then()
                .statusCode(201);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into status_timeline_to_tell values ('" + number + "')");
        }

        assertThat(resend.resendAll()).isEqualTo(1);
        assertThat(resend.resendAll()).isZero();

        List<CloudEvent> told = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.agreements",
                        3,
                        Eventually.PATIENCE,
                        event -> event.aggregateId().equals(number));
        assertThat(told.getLast().type()).isEqualTo("agreement.status-changed.v1");
        assertThat(told.getLast().aggregateVersion()).isEqualTo(3);
        assertThat(told.getLast().payload()).isEqualTo(told.get(1).payload());
        assertThat(Registry.etag(number)).isEqualTo("\"3\"");
    }
}
