package org.opencmas.fees.dashboard.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** In a year of its own. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What a dashboard shows is exported as a file, whole and with control totals")
class DashboardExportTest {
    @Inject
    Scene scene;

    @Inject
    OldExportFiles oldFiles;

    private static ValidatableResponse export(String body, int status) {
        return Api.analyst()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/v1/dashboard-exports")
                .then()
                .statusCode(status);
    }

    /** The export when its file is there. */
    private static ValidatableResponse finished(String content, String format) {
        String location = export("""
                        {"content":"%s","format":"%s","by":"contractor","from":"1994-Q1","through":"1994-Q4"}""".formatted(content, format), 202).extract().header("Location");
        Eventually.within(
                Eventually.PATIENCE,
                () -> Api.analyst().get(location).then().statusCode(200).body("state", equalTo("FINISHED")));
        return Api.analyst().get(location).then();
    }

    private static byte[] file(ValidatableResponse export) {
        String file = export.extract().path("file");
        byte[] bytes = Api.analyst().get(file).then().statusCode(200).extract().asByteArray();
        assertThat(DigestUtils.sha256Hex(bytes)).isEqualTo(export.extract().path("sha256"));
        assertThat(bytes).hasSize(((Number) export.extract().path("bytes")).intValue());
        return bytes;
    }

    @Test
    @DisplayName("as CSV, XLSX and JSON, with as many rows and the sums that the figures have")
    void allFormats() throws IOException {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "1994-01-01", "1994-12-31");
        scene.order(scene.agency("CITY"), number, "1994-02-01")
                .issued("1000.00")
                .amended("1994-04-01", "400.50");
        scene.order(scene.agency("STATE_DEPARTMENT"), number, "1994-03-01").issued("9.00");

        var csv = finished("LINES", "CSV").body("rowCount", equalTo(3)).body("sales", equalTo("409.50"));
        List<String> lines =
                new String(file(csv), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("position,cmasNumber,orderId,purchaseOrderNumber");
        assertThat(lines.get(2)).contains(",-599.50,");

        var xlsx = finished("LINES", "XLSX").body("rowCount", equalTo(3));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file(xlsx)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(2).getCell(14).asNumber()).isEqualByComparingTo("-599.50");
        }

        var json = finished("FIGURES", "JSON").body("rowCount", equalTo(1)).body("sales", equalTo("409.50"));
        assertThat(new String(file(json), StandardCharsets.UTF_8))
                .startsWith("[{\"member\":\"" + contractor)
                .contains("\"sales\":\"409.50\"");
        Map<String, Object> figures = Api.analyst()
                .get(json.extract().<String>path("figures"))
                .then()
                .statusCode(200)
                .extract()
                .path("total");
        assertThat(figures.get("sales")).isEqualTo("409.50");
    }

    @Test
    void whatCannotBeExportedIsRefusedByItsName() {
        export("""
                {"content":"LINES","format":"CSV","by":"month","from":"1994-Q1"}""", 400).body("errors[0].pointer", equalTo("/by"));
        export("""
                {"content":"LINES","format":"PDF","from":"1994-Q1"}""", 400).body("errors[0].pointer", equalTo("/format"));
        export("""
                {"content":"ALL","format":"CSV","from":"1994-Q1"}""", 400).body("errors[0].pointer", equalTo("/content"));
        export("""
                {"content":"LINES","format":"CSV","from":"1994-Q1","position":99999999999}""", 400).body("errors[0].pointer", equalTo("/position"));
        Api.analyst().get("/v1/dashboard-exports/" + UUID.randomUUID()).then().statusCode(404);
        Api.analyst()
                .get("/v1/dashboard-exports/" + UUID.randomUUID() + "/file")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("a file is kept for 30 days and can be made again; its count, sums and hash are kept for good")
    void anOldFileGoes() throws SQLException {
        var export = finished("FIGURES", "JSON");
        String id = export.extract().path("exportId");
        String kept = finished("FIGURES", "JSON").extract().path("exportId");
        String parts = "select part::text from dashboard_export_part where export_id = '%s'";
        assertThatThrownBy(() -> execute("delete from dashboard_export_part where export_id = '" + id + "'"))
                .hasMessageContaining("is kept");
        age(id, 29);
        oldFiles.removeAll();
        file(export);
        age(id, 31);
        age(kept, 29);
        assertThat(oldFiles.removeAll()).isPositive();
        assertThat(DatabaseRights.rows(OwnerDatabase.dataSource(), parts.formatted(id)))
                .isEmpty();
        assertThat(DatabaseRights.rows(OwnerDatabase.dataSource(), parts.formatted(kept)))
                .isNotEmpty();
        Api.analyst()
                .get("/v1/dashboard-exports/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FINISHED"))
                .body("sha256", equalTo(export.extract().path("sha256")))
                .body("rowCount", equalTo(export.extract().path("rowCount")))
                .body("fileRemovedAt", notNullValue())
                .body("file", nullValue());
        Api.analyst().get("/v1/dashboard-exports/" + id + "/file").then().statusCode(404);
        assertThat(oldFiles.removeAll()).isZero();
    }

    /** As if it had ended so many days ago. */
    private static void age(String export, int days) throws SQLException {
        execute("update dashboard_export set ended_at = timestamptz '2026-11-21 12:00 America/Los_Angeles' - interval '"
                + days + " days' where export_id = '" + export + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("of a contractor or an agency, who may neither ask for one nor read it or its file")
    void aForeignExportIsNotGivenOut() {
        String export = finished("FIGURES", "CSV").extract().path("exportId");
        for (String token : List.of(Tokens.contractor(UUID.randomUUID()), Tokens.buyer(UUID.randomUUID()))) {
            for (String path : List.of("", "/file")) {
                given().auth()
                        .oauth2(token)
                        .get("/v1/dashboard-exports/" + export + path)
                        .then()
                        .statusCode(403);
            }
            given().auth()
                    .oauth2(token)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json")
                    .body("""
                            {"content":"LINES","format":"CSV","from":"1994-Q1"}""")
                    .post("/v1/dashboard-exports")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    @DisplayName("twenty wait at most: one more is refused until one of them is written")
    void tooManyAtOnceAreRefused() throws SQLException {
        String one = """
                {"content":"FIGURES","format":"JSON","from":"1994-Q1","through":"1994-Q1"}""";
        String last = "";
        try (Connection writer = OwnerDatabase.dataSource().getConnection();
                Statement lock = writer.createStatement()) {
            // As if another instance were busy with the first of them.
            lock.execute("select pg_advisory_lock(hashtextextended('dashboard-export', 0))");
            for (int i = 0; i < 20; i++) {
                last = export(one, 202).extract().header("Location");
            }
            export(one, 409).body("type", containsString("exports-waiting"));
            lock.execute("select pg_advisory_unlock(hashtextextended('dashboard-export', 0))");
        }
        String written = last;
        Eventually.within(
                Eventually.PATIENCE, () -> Api.analyst().get(written).then().body("state", equalTo("FINISHED")));
        export(one, 202);
    }
}
