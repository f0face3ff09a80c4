package org.opencmas.compliance.copy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.compliance.News;
import org.opencmas.terms.CmasNumber;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A price list is relied on only when all of it has arrived, and from its day on")
class PriceListCopyTest {
    private final DataSource dataSource = OwnerDatabase.dataSource();

    private final News news = new News().agency("CITY").contractor().agreement();

    @Test
    void aListWithAPartMissingIsNotReliedOn() {
        news.priceList("120.00", "2026-01-01", "0".repeat(64), false);

        awaitMessage("The price list of CMAS %s for 2026-03-02 is not wholly here yet.".formatted(news.cmas));
    }

    @Test
    void aListWithAnotherHashIsNotReliedOn() {
        news.priceList("120.00", "2026-01-01", "0".repeat(64), true);

        awaitMessage("The price list of CMAS %s for 2026-03-02 is not wholly here yet.".formatted(news.cmas));
    }

    @Test
    void beforeAnyListWasPublishedThereIsNone() {
        awaitMessage("No price list of CMAS %s is known here for 2026-03-02.".formatted(news.cmas));
    }

    @Test
    void theListOfTheOrdersDayHoldsAlthoughALaterOneCame() {
        news.priceList("120.00");
        news.priceList("100.00", "2026-03-03", "0".repeat(64), true);

        Eventually.within(News.DEADLINE, () -> check().body(ceiling("verdict"), equalTo("PASS")));
    }

    @Test
    void ofTwoListsOfOneDayTheLaterOneHolds() {
        news.priceList("120.00").priceList("119.99");

        Eventually.within(News.DEADLINE, () -> check().body(ceiling("verdict"), equalTo("FAIL")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", " 1.00", "1,00", ""})
    void whatIsNoPriceIsRefusedThoughTheDatabaseMightTakeIt(String price) throws SQLException {
        var line = new PriceListPart.Line("A-1", "Item A-1", "EA", price, null, null, "GOODS", null, null);
        var part = new PriceListPart(CmasNumber.parse(news.cmas), UUID.randomUUID(), 0, 1, List.of(line));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> part.keep(connection)).isInstanceOf(NumberFormatException.class);
            connection.rollback();
        }
    }

    private void awaitMessage(String message) {
        Eventually.within(
                News.DEADLINE,
                () -> check().body(ceiling("verdict"), equalTo("UNDETERMINED"))
                        .body(ceiling("message"), equalTo(message)));
    }

    private static String ceiling(String field) {
        return "findings.find { it.ruleId == 'CON-PRICE-CEILING' }." + field;
    }

    private ValidatableResponse check() {
        return given().auth()
                .oauth2(Tokens.buyer(news.agency))
                .contentType(ContentType.JSON)
                .body(news.check("120.00"))
                .post("/v1/order-checks")
                .then();
    }
}
