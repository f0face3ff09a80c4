package org.opencmas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.opencmas.testkit.OwnerDatabase;

/** What the tests of bad input share: an agreement, and that the test leaves every table as it found it. */
public abstract class BadInput {
    protected static final String HEADER = "item_id,description,unit,price,base_price,sin,kind\n";
    protected static final String UNKNOWN = "11111111-2222-7333-8444-555555555555";

    private final DataSource database = OwnerDatabase.dataSource();

    /** Registered for the test, with no price list. */
    protected String agreement;

    private String before;

    @BeforeEach
    void registerAnAgreementAndCount() {
        agreement = Registry.agreement("Badinput Supplies");
        before = stored();
    }

    @AfterEach
    void nothingMoreIsStored() {
        assertThat(stored()).as("rows per table").isEqualTo(before);
    }

    private String stored() {
        String sql = """
                select (select count(*) from contractor), (select count(*) from agreement),
                       (select count(*) from agreement_supplement), (select count(*) from agreement_status_change),
                       (select count(*) from price_list), (select count(*) from price_line),
                       (select count(*) from journal), (select count(*) from idempotent_request)
                """;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            var counts = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counts.append(row.getLong(i)).append(' ');
            }
            return counts.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    protected static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status))
                .body("detail", not(containsString("Exception")))
                .body("detail", not(containsString("org.opencmas")));
    }

    protected static ValidatableResponse post(String path, String body) {
        return Registry.post(path, body).then();
    }

    protected ValidatableResponse importList(String file) {
        return Registry.importList(agreement, 0, file).then();
    }
}
