package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("ORD-AMEND-RECHECK: an amendment that is previewed is judged as a whole, and no receipt is kept of it")
class JudgedPreviewTest {
    private static final Path SCHEMA = Path.of("src/main/resources/events/order-preview.judged.v1.schema.json");
    private static final Path NOT_MET = Path.of("src/main/resources/events/order-preview.not-met.v1.schema.json");
    private static final Path ASKED =
            Path.of("../order-service/src/main/resources/events/order-preview.asked.v1.example-1.json");

    @Test
    void whatIsFoundIsToldAndNothingIsStored() throws SQLException {
        News news = EvaluationTest.known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        judgedAs("cmas.evaluations", order);

        JsonPath sound = judged(news, order, "119.00", "238.00");
        assertThat(sound.getString("decision")).isEqualTo("ISSUE");
        assertThat(sound.getList("findings.findAll { it.blocking }")).isEmpty();
        JsonPath dear = judged(news, order, "120.01", "240.02");
        assertThat(dear.getString("decision")).isEqualTo("RETURN");
        assertThat(dear.getList("findings.findAll { it.blocking }.ruleId")).isEqualTo(List.of("CON-PRICE-CEILING"));

        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select document_version from evaluation where order_id = '" + order + "'"))
                .hasSize(1);
    }

    /** The price list of the agreement changes between the preview and the amendment, or nothing does. */
    @Test
    void whatIsNotJudgedAsItsPreviewWasIsNotDecided() throws SQLException {
        News news = EvaluationTest.known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        judgedAs("cmas.evaluations", order);
        String shown = judged(news, order, "119.00", "238.00").getString("judgementHash");
        String other = judged(news, order, "120.01", "240.02").getString("judgementHash");
        assertThat(other).isNotEqualTo(shown);

        UUID unmet = submitAs(news, order, 2, other);
        CloudEvent notMet = judgedAs("cmas.preview-judgements", unmet);
        JsonSchemas.assertValid(NOT_MET, notMet.payload());
        JsonPath told = JsonPath.from(notMet.payload());
        assertThat(notMet.type()).isEqualTo("order-preview.not-met.v1");
        assertThat(told.getString("orderId")).isEqualTo(order.toString());
        assertThat(told.getInt("documentVersion")).isEqualTo(2);
        assertThat(told.getString("decision")).isEqualTo("ISSUE");

        submitAs(news, order, 3, shown);
        TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.evaluations",
                        2,
                        News.DEADLINE,
                        event -> event.aggregateId().equals(order.toString()));
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select document_version from evaluation where order_id = '" + order + "' order by sequence"))
                .containsExactly("1", "3");
    }

    @Test
    @DisplayName(
            "ORD-AMEND-RECHECK: an agreement that is suspended between preview and amendment decides nothing that was not shown")
    void aSuspensionInBetweenIsToldAndNotDecided() {
        News news = EvaluationTest.known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        judgedAs("cmas.evaluations", order);
        JsonPath shown = judged(news, order, "119.00", "238.00");
        assertThat(shown.getString("decision")).isEqualTo("ISSUE");

        news.agreement("agreement.status-changed.v1", "SUSPENDED", "2026-01-01", "2026-06-30", 0);
        Eventually.within(
                News.DEADLINE,
                () -> assertThat(judged(news, order, "119.00", "238.00").getString("decision"))
                        .isEqualTo("RETURN"));
        UUID unmet = submitAs(news, order, 2, shown.getString("judgementHash"));
        JsonPath told = JsonPath.from(judgedAs("cmas.preview-judgements", unmet).payload());
        assertThat(told.getString("decision")).isEqualTo("RETURN");
        assertThat(told.getList("findings.findAll { it.blocking }.ruleId")).contains("CON-ACTIVE-CHECK");
    }

    /** @return the id of the event, which is the key of what is told when it is not decided */
    private static UUID submitAs(News news, UUID order, int version, String hash) {
        String submitted = news.submitted(order, version, "2026-06-30", 1, "119.00", "238.00", "[]")
                .replaceFirst(
                        "\\{",
                        "{\"preview\": {\"previewId\": \"%s\", \"judgementHash\": \"%s\"}, "
                                .formatted(UUID.randomUUID(), hash));
        return TopicProbe.ofServiceUnderTest()
                .publish("cmas.orders", "/order-service", "order.submitted.v1", order, version, submitted)
                .id();
    }

    private static JsonPath judged(News news, UUID order, String unitPrice, String amount) {
        UUID preview = UUID.randomUUID();
        String asked = news.submitted(order, 2, "2026-06-30", 1, unitPrice, amount, "[]")
                .replaceFirst("\\{", "{\"previewId\": \"" + preview + "\", ");
        TopicProbe.ofServiceUnderTest()
                .publish("cmas.order-previews", "/order-service", "order-preview.asked.v1", preview, 1, asked);
        CloudEvent judged = judgedAs("cmas.preview-judgements", preview);
        JsonSchemas.assertValid(SCHEMA, judged.payload());
        assertThat(judged.type()).isEqualTo("order-preview.judged.v1");
        return JsonPath.from(judged.payload());
    }

    private static CloudEvent judgedAs(String topic, UUID aggregateId) {
        return TopicProbe.ofServiceUnderTest()
                .await(topic, 1, News.DEADLINE, event -> event.aggregateId().equals(aggregateId.toString()))
                .getFirst();
    }

    @Test
    void theOrderServicesExampleIsRead() throws IOException {
        var event = new ReceivedEvent(
                UUID.randomUUID(),
                "order-preview.asked.v1",
                "/order-service",
                "cmas.order-previews",
                "any",
                1,
                1,
                Instant.EPOCH,
                Files.readString(ASKED),
                null);
        assertThat(Submission.of(event).order().amendmentNumber()).isEqualTo(1);
    }
}
