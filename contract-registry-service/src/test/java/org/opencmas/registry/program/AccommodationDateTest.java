package org.opencmas.registry.program;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ADA-10-DAYS: ten working days before, the day itself not counted, and nothing is ever refused for coming later. */
@QuarkusTest
class AccommodationDateTest {
    @Test
    void tenWorkingDaysBeforeOverHolidaysAndWeekends() {
        given().get("/v1/accommodation-dates?event=2026-12-11")
                .then()
                .statusCode(200)
                .body("askBy", equalTo("2026-11-25"))
                .body("workingDays", equalTo(10))
                .body("holidaysBetween.keptOn", contains("2026-11-26", "2026-11-27"))
                .body("holidaysBetween.name", contains("Thanksgiving Day", "Day after Thanksgiving"))
                .body("advice", containsString("never refused"));
        given().get("/v1/accommodation-dates?event=2026-06-12")
                .then()
                .body("askBy", equalTo("2026-05-29"))
                .body("holidaysBetween", empty());
    }

    /** Also for a day that is past or tomorrow: it is advice. */
    @Test
    void aDayThatIsTooSoonOrPastIsAnsweredToo() {
        given().get("/v1/accommodation-dates?event=2019-08-02")
                .then()
                .statusCode(200)
                .body("askBy", equalTo("2019-07-19"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?event=", "?event=soon", "?event=2026-02-30", "?event=9999-12-31", "?event=1989-12-31"})
    void whatIsNoDayIsRefused(String query) {
        given().get("/v1/accommodation-dates" + query).then().statusCode(400).contentType("application/problem+json");
    }
}
