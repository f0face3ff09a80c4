package org.opencmas.registry.pricelist.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.Tokens;

/** How price lists are imported after their request was answered, over HTTP. */
abstract class ImportSteps {
    static final Duration SOON = Eventually.PATIENCE;
    static final String HEADER = "item_id,description,unit,price,base_price\n";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static Response send(String agreement, boolean dryRun, String type, byte[] file) {
        return Registry.analyst()
                .contentType(type)
                .queryParam("agreement", agreement)
                .queryParam("dryRun", dryRun)
                .queryParam("inBackground", true)
                .body(file)
                .post("/v1/price-list-imports");
    }

    static String sent(String agreement, boolean dryRun, String file) {
        return place(send(agreement, dryRun, "text/csv; charset=utf-8", file.getBytes(StandardCharsets.UTF_8)));
    }

    static String place(Response answer) {
        return answer.then()
                .statusCode(202)
                .body("state", equalTo("WAITING"))
                .extract()
                .header("Location")
                .replace("/progress", "");
    }

    static Response progress(String place) {
        return get(place + "/progress");
    }

    static Response get(String path) {
        return given().auth().oauth2(Tokens.of("dgs-analyst")).get(path);
    }

    static void awaitState(String place, String state) {
        Eventually.within(
                SOON, () -> assertThat(progress(place).<String>path("state")).isEqualTo(state));
    }

    static Response correct(String place, String csv) {
        return Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(place + "/corrections");
    }

    static int count(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    static int lists(String agreement) throws SQLException {
        return count("select count(*) from price_list where cmas_number = '" + agreement + "'");
    }

    static String rows(int count) {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            file.append("I-").append(i).append(",Bolt number ").append(i).append(",each,1.00,2.00\n");
        }
        return file.toString();
    }

    static String id(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
