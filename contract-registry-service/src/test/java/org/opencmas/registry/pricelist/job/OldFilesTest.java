package org.opencmas.registry.pricelist.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A sent price list is kept for a time, and what is known of it for good")
class OldFilesTest extends ImportSteps {
    @Inject
    OldFiles oldFiles;

    @Test
    @DisplayName(
            "A sent file is kept for 400 days after the last import that read it ended; its facts and its hash stay")
    void anOldFileGoes() throws SQLException {
        String number = Registry.agreement("Old Files, Inc.");
        String place = sent(number, false, HEADER + "I-1,Bolt,each,3.00,2.00\n");
        awaitState(place, "REFUSED");
        String sha256 = progress(place).path("progress.fileSha256");
        String kept = sent(number, true, rows(1));
        awaitState(kept, "CHECKED");
        String corrections = get(place + "/corrections").asString().replace("3.00", "2.00");
        String correction = place(correct(place, corrections));
        awaitState(correction, "PUBLISHED");
        assertThatThrownBy(() -> execute("delete from price_list_import_piece where import_id = '" + id(place) + "'"))
                .hasMessageContaining("is kept");

        age(place, 401);
        age(correction, 399);
        assertThat(oldFiles.removeAll()).isZero();
        age(correction, 401);
        assertThat(oldFiles.removeAll()).isEqualTo(1);
        assertThat(pieces(place)).isZero();
        assertThat(pieces(kept)).isEqualTo(1);
        progress(place)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("progress.fileSha256", equalTo(sha256))
                .body("progress.fileRemovedAt", notNullValue())
                .body("progress.correctable", equalTo(false));
        progress(correction).then().body("progress.fileRemovedAt", notNullValue());
        progress(kept).then().body("progress.fileRemovedAt", nullValue());
        get(place + "/faulty-rows").then().body("items", hasSize(1));
        correct(place, corrections).then().statusCode(409).body("type", containsString("price-list-file-removed"));
        get(place + "/marked-workbook").then().statusCode(404);
        assertThat(oldFiles.removeAll()).isZero();
    }

    /** As if it had ended so many days ago. */
    private static void age(String place, int days) throws SQLException {
        execute("update price_list_import set ended_at = now() - interval '" + days + " days' where import_id = '"
                + id(place) + "'");
    }

    private static int pieces(String place) throws SQLException {
        return count("select count(*) from price_list_import_piece where import_id = '" + id(place) + "'");
    }
}
