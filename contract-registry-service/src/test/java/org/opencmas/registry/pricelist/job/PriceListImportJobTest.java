package org.opencmas.registry.pricelist.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.hostile.HostileFiles;
import org.opencmas.testkit.hostile.HostileTable;

/** The imports of price lists that go on by themselves: CON-PRICE-CEILING and the rows of a file are told as in one that is answered at once. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A price list is imported after its request was answered, wholly or not at all")
class PriceListImportJobTest extends ImportSteps {
    @Test
    void aSoundFileIsPublishedWithItsProgress() throws SQLException {
        String number = Registry.agreement("Background, Inc.");
        String place = sent(number, false, rows(12_001));
        awaitState(place, "PUBLISHED");
        progress(place)
                .then()
                .body("rows", equalTo(12_001))
                .body("priceList", containsString(number))
                .body("progress.rowsRead", equalTo(12_001))
                .body("progress.rowsWrong", equalTo(0))
                .body("progress.rowsPerSecond", notNullValue())
                .body("progress.problem", nullValue());
        given().get("/v1/agreements/" + number + "/price-list?item=I-12000&asOf=2026-06-01")
                .then()
                .statusCode(200);
        given().get(place).then().statusCode(200).body("progress", nullValue()).body("state", equalTo("PUBLISHED"));
        get("/v1/price-list-imports?agreement=" + number).then().body("items.id", contains(place.substring(23)));
        Registry.analyst()
                .post(place + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/price-list-import-ended"));
    }

    @Test
    @DisplayName(
            "The same lines once more, sent either way, change nothing; another list for the supplement is refused")
    void aFileThatComesAgainDoublesNothing() throws SQLException {
        String number = Registry.agreement("Again, Inc.");
        String first = sent(number, false, rows(3));
        String second = sent(number, false, rows(3));
        awaitState(first, "PUBLISHED");
        awaitState(second, "PUBLISHED");
        assertThat(progress(second).<String>path("sha256"))
                .isEqualTo(progress(first).path("sha256"));
        Registry.importList(number, 0, rows(3)).then().statusCode(200);
        assertThat(lists(number)).isEqualTo(1);
        String other = sent(number, false, rows(4));
        awaitState(other, "REFUSED");
        progress(other)
                .then()
                .body("progress.problem.type", equalTo("/problems/price-list-exists"))
                .body("progress.correctable", equalTo(false));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"I-3,Bolt number 3", "I-60,Bolt number 60"})
    @DisplayName("Another list for a supplement that has one is refused where it differs, and not after all its rows")
    void anotherListIsRefusedBeforeItIsReadThrough(String differing) throws SQLException {
        String number = Registry.agreement("Another List, Inc.");
        awaitState(sent(number, false, rows(6_000)), "PUBLISHED");
        String faultyAtItsEnd =
                rows(5_900).replace(differing + ",each,1.00,", differing + ",each,1.01,") + "=1+1,x,y,z,\n";

        String other = sent(number, false, faultyAtItsEnd);

        awaitState(other, "REFUSED");
        progress(other)
                .then()
                .body("progress.problem.type", equalTo("/problems/price-list-exists"))
                .body("progress.problem.publishedSha256", notNullValue())
                .body("progress.rowsRead", lessThan(5_900));
        assertThat(lists(number)).isEqualTo(1);
    }

    @Test
    @DisplayName("The same lines in another order are another list")
    void theOrderOfTheLinesCounts() throws SQLException {
        String number = Registry.agreement("Other Order, Inc.");
        awaitState(sent(number, false, rows(60)), "PUBLISHED");
        String moved =
                rows(60).replace("I-3,Bolt number 3,each,1.00,2.00\n", "") + "I-3,Bolt number 3,each,1.00,2.00\n";
        String other = sent(number, false, moved);
        awaitState(other, "REFUSED");
        progress(other).then().body("progress.problem.thisSha256", notNullValue());
    }

    @Test
    @DisplayName(
            "Every faulty row is told with its cells; its rows alone are sent back corrected, and the list is published")
    void correctedRowsAloneMendAFile() throws SQLException {
        String number = Registry.agreement("Corrected, Inc.");
        String file = rows(6_000)
                + "A,Above the base price,each,10.01,10.00\n"
                + "=1+1,Formula,each,1.00,\n"
                + "I-5,Twice,each,1.00,\n"
                + "B,Sound,each,1.00,\n"
                + "C,Dear,each,much,\n";
        String place = sent(number, false, file);
        awaitState(place, "REFUSED");
        progress(place)
                .then()
                .body("rows", nullValue())
                .body("progress.rowsRead", equalTo(6_005))
                .body("progress.rowsWrong", equalTo(4))
                .body("progress.correctable", equalTo(true))
                .body("progress.problem.type", equalTo("/problems/price-list-refused"))
                .body("progress.problem.totalFaults", equalTo(4));
        get(place + "/faulty-rows?limit=1")
                .then()
                .body("items.row", contains(6_002))
                .body("items[0].cells.item_id", equalTo("A"))
                .body("items[0].faults[0].detail", containsString("10.01"))
                .body("items[0].faults[0].detail", containsString("base contract's price 10.00 (CON-PRICE-CEILING)"))
                .body("next", notNullValue());
        get(get(place + "/faulty-rows?limit=1").<String>path("next")).then().body("items.row", hasItem(6_003));
        given().get(place).then().statusCode(404);
        given().get(place + "/faulty-rows").then().statusCode(401);
        assertThat(lists(number)).isZero();

        String given = get(place + "/corrections").asString();
        assertThat(given)
                .startsWith("\uFEFFsheet,row,item_id,description,unit,price,base_price,")
                .contains(",6003,'=1+1,Formula,each,1.00,")
                .contains(",6006,C,Dear,each,much,");
        correct(place, given.replaceAll("(?m)^,6006,.*\r\n", "").replace("10.01", "10.00"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/price-list-corrections-refused"))
                .body("errors.detail", contains("row 6006 is missing"));
        String again = place(correct(place, given));
        awaitState(again, "REFUSED");
        progress(again)
                .then()
                .body("progress.rowsWrong", equalTo(4))
                .body("progress.correctionOf", equalTo(place.substring(23)));

        String mended = given.replace("10.01", "10.00")
                .replace("'=1+1", "D")
                .replace("I-5,Twice", "I-6000,No more")
                .replaceAll("(?m)^,6006,.*\r\n", ",6006,,,,,,,,,,\r\n");
        String last = place(correct(again, mended));
        awaitState(last, "PUBLISHED");
        progress(last).then().body("rows", equalTo(6_004)).body("progress.rowsRead", equalTo(6_004));
        String list = "/v1/agreements/" + number + "/price-list?asOf=2026-06-01&item=";
        given().get(list + "A").then().body("items.price", contains("10.00"));
        given().get(list + "D").then().statusCode(200);
        given().get(list + "I-6000").then().statusCode(200);
        given().get(list + "C").then().statusCode(404);
        correct(last, mended).then().statusCode(409);
        assertThat(lists(number)).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithTheFileItselfIsNotMendedByRows() {
        String number = Registry.agreement("Whole File, Inc.");
        String place = sent(number, false, "item,description,unit,price\n\u0000,B,C,1\n");
        awaitState(place, "REFUSED");
        progress(place)
                .then()
                .body("progress.correctable", equalTo(false))
                .body("progress.problem.errors.pointer", contains("/rows/1/item", "/rows/1/item_id"));
        correct(place, "row\n2\n")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/price-list-import-not-correctable"));
        String zero = sent(number, true, HEADER + "A\u0000,B,each,1.00,\n");
        awaitState(zero, "REFUSED");
        get(zero + "/faulty-rows")
                .then()
                .body("items.row", contains(2))
                .body("items[0].cells.item_id", equalTo("A\uFFFD"));
        get(zero + "/marked-workbook").then().statusCode(404);
    }

    @Test
    @DisplayName("A workbook is checked without being published, and comes back with a column that says what is wrong")
    void aWorkbookComesBackMarked() throws SQLException {
        String number = Registry.agreement("Background Workbook, Inc.");
        HostileTable table = new HostileTable(
                java.util.List.of("item_id", "description", "unit", "price"),
                java.util.List.of("A-1", "Chair", "each", "10.00"),
                3);
        String sound =
                place(send(number, true, WORKBOOK, HostileFiles.sound(table).bytes()));
        awaitState(sound, "CHECKED");
        String faulty = place(send(
                number,
                true,
                WORKBOOK,
                HostileFiles.sound(
                                new HostileTable(table.titles(), java.util.List.of("A-1", "Chair", "each", "ten"), 3))
                        .bytes()));
        awaitState(faulty, "REFUSED");
        get(faulty + "/faulty-rows").then().body("items.sheet", hasSize(1)).body("items.row", contains(2));
        get(faulty + "/marked-workbook")
                .then()
                .statusCode(200)
                .contentType(WORKBOOK)
                .header("Price-List-Faults", equalTo("1"));
        String corrected =
                place(correct(faulty, get(faulty + "/corrections").asString().replace("ten", "10.00")));
        awaitState(corrected, "CHECKED");
        assertThat(lists(number)).isZero();
    }

    @Test
    void whatNoFileCouldChangeIsRefusedAtOnce() {
        String number = Registry.agreement("Impossible, Inc.");
        Response answer = Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .queryParam("agreement", number)
                .queryParam("inBackground", true)
                .queryParam("effectiveFrom", "2029-01-01")
                .body(rows(1))
                .post("/v1/price-list-imports");
        answer.then().statusCode(400).body("errors.detail", contains("is after the agreement's last day, 2028-12-31"));
        send("4-01-01-9999", false, "text/csv; charset=utf-8", rows(1).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(404);
        get("/v1/price-list-imports?agreement=" + number).then().body("items", empty());
        String last = Registry.agreement("Last Day, Inc.");
        Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .queryParam("agreement", last)
                .queryParam("effectiveFrom", "2028-12-31")
                .body(rows(1))
                .post("/v1/price-list-imports")
                .then()
                .statusCode(201);
    }

    @Test
    @DisplayName(
            "While another holds the agreement the import waits, is cancelled without waiting, and takes nothing with it")
    void anImportIsLeftOff() throws Exception {
        String number = Registry.agreement("Held, Inc.");
        String place;
        String kept;
        try (Connection holder = OwnerDatabase.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from agreement where cmas_number = '" + number + "' for no key update");
            place = sent(number, false, rows(10));
            kept = sent(number, false, rows(10));
            Eventually.within(
                    SOON,
                    () -> assertThat(count("select count(*) from price_list_import where cmas_number = '" + number
                                    + "' and worked_at is not null"))
                            .isEqualTo(2));
            Registry.analyst()
                    .post(place + "/cancellation")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"))
                    .body("progress.cancelledBy", notNullValue());
            assertThat(progress(kept).<String>path("state")).isIn("WAITING", "RUNNING");
            holder.rollback();
        }
        awaitState(kept, "PUBLISHED");
        progress(place).then().body("state", equalTo("CANCELLED"));
        assertThat(lists(number)).isEqualTo(1);
        assertThat(count("select starts from price_list_import where import_id = '" + kept.substring(23) + "'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "What another instance left when it was killed is read from its beginning; what was begun five times is given up")
    void anImportGoesOnAfterACrash() throws SQLException {
        String number = Registry.agreement("Killed, Inc.");
        String going = killed(number, 1, 20);
        String poison = killed(number, WorkOnImports.MOST_STARTS, 20);
        awaitState(going, "PUBLISHED");
        awaitState(poison, "FAILED");
        progress(poison).then().body("progress.failure", containsString("5 times"));
        progress(going).then().body("rows", equalTo(20)).body("progress.rowsRead", equalTo(20));
        assertThat(lists(number)).isEqualTo(1);
    }

    /** An import as an instance leaves it that is killed while it reads. */
    private static String killed(String number, int starts, int rows) throws SQLException {
        UUID importId = UUID.randomUUID();
        String file = rows(rows).replace("'", "''");
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement insert = connection.createStatement()) {
            connection.setAutoCommit(false);
            insert.execute("select set_config('cmas.tenant', 'all', true)");
            insert.execute("insert into price_list_import_piece values ('" + importId + "', 0, convert_to('" + file
                    + "', 'UTF8'))");
            insert.execute("""
                    insert into price_list_import (import_id, source_import_id, cmas_number, supplement_number, dry_run, format,
                        file_sha256, file_bytes, sent_at, sent_by, subject, request_id, state, rows_read, rows_wrong, starts,
                        worked_at, started_at, correctable)
                    values ('%1$s', '%1$s', '%2$s', 0, false, 'CSV', repeat('0', 64), 1, now(), 'a', 'b', 'c', 'RUNNING', 15, 0, %3$d,
                        now(), now(), false)""".formatted(importId, number, starts));
            connection.commit();
        }
        return "/v1/price-list-imports/" + importId;
    }

    @Test
    @DisplayName("The lists of a page of imports are asked for together, and each import has its own")
    void aPageOfImportsHasTheListOfEach() throws SQLException {
        String number = Registry.agreement("Page of Imports, Inc.");
        String first = sent(number, false, rows(1));
        awaitState(first, "PUBLISHED");
        String wrong = sent(number, false, HEADER);
        awaitState(wrong, "REFUSED");
        String again = sent(number, false, rows(1));
        awaitState(again, "PUBLISHED");
        get("/v1/price-list-imports?agreement=" + number)
                .then()
                .body("items.id", contains(id(again), id(wrong), id(first)))
                .body("items[0].sha256", notNullValue())
                .body("items[1].sha256", nullValue())
                .body("items[2].sha256", equalTo(progress(again).<String>path("sha256")));
    }
}
