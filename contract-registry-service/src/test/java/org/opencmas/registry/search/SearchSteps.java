package org.opencmas.registry.search;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import javax.sql.DataSource;
import org.opencmas.testkit.OwnerDatabase;

/** How agreements are searched for, over HTTP. */
abstract class SearchSteps {
    static final String HEADER = "item_id,description,unit,price\n";

    final DataSource dataSource = OwnerDatabase.dataSource();

    static ValidatableResponse search(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/agreements").then().statusCode(200);
    }
}
