package org.opencmas.fees.feeproof;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "FEE-INCENTIVE-RATE: a filed report's proof is kept with the facts of that day, and another program agrees with it")
class FeeProofTest {
    @Inject
    Scene scene;

    @TempDir
    Path folder;

    private static String proof(UUID contractor, String number, String quarter) {
        return Api.contractor(contractor)
                .get("/v1/quarterly-reports/{number}/{quarter}/fee-proof", number, quarter)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Verifier.Answer verify(String proof, String... more) throws IOException {
        return Verifier.verify(Files.writeString(folder.resolve("proof.json"), proof), more);
    }

    /** The whole feed, saved page by page. */
    private List<String> feed() throws IOException {
        List<String> files = new ArrayList<>();
        String next = "/v1/feed?after=0&limit=1000";
        while (true) {
            var page = Api.analyst().get(next).then().statusCode(200).extract();
            if (page.<List<Object>>path("events").isEmpty()) {
                return files;
            }
            files.add(Files.writeString(folder.resolve("page-" + files.size() + ".json"), page.asString())
                    .toString());
            next = page.path("next");
        }
    }

    @Test
    void aReportWithAllThatHappens() throws IOException, SQLException {
        Verifier.requirePython();
        UUID contractor = scene.contractor();
        UUID city = scene.agency("CITY");
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        var early = scene.order(city, number, "2026-02-03").issued("500.00");
        scene.order(city, number, "2026-07-01").issued("19196.00").amended("2026-09-30", "19196.39");
        scene.order(city, number, "2026-08-03")
                .issued("1000.00")
                .rejected("2026-08-10")
                .amended("2026-08-20", "960.00");
        scene.order(city, number, "2026-08-04").issued("1000.00").terminated("2026-08-30", "40.00");
        scene.order(scene.agency("STATE_DEPARTMENT"), number, "2026-08-05").issued("777.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        Api.file(contractor, number, "2026-Q2").statusCode(201);
        early.amended("2026-03-01", "450.00");
        scene.contractorHas(contractor, Scene.certificate("SB", "2026-08-03", "2026-08-03"), 2);

        assertThat(verify(proof(contractor, number, "2026-Q3")).text())
                .contains("lines of")
                .contains("verified");
        Api.file(contractor, number, "2026-Q3").statusCode(201);
        String filed = proof(contractor, number, "2026-Q3");
        String told = DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select payload::json ->> 'proofSha256' from journal where event_type = 'report.filed.v1' and aggregate_id = '"
                                + number + ":2026-Q3'")
                .getFirst();
        Verifier.Answer answer = verify(filed, "--sha256", told);
        assertThat(answer.text()).contains("fee due 239.83");
        assertThat(answer.exit()).isZero();
        assertThat(verify(filed, "--sha256", "0".repeat(64)).exit()).isEqualTo(1);
        List<String> withJournal = new ArrayList<>(List.of("--journal"));
        withJournal.addAll(feed());
        assertThat(verify(filed, withJournal.toArray(String[]::new)).text()).contains("fee due 239.83");

        scene.contractorHas(contractor, Scene.certificate("SB", "2026-07-01", "2026-12-31"), 3);
        assertThat(proof(contractor, number, "2026-Q3")).isEqualTo(filed);
        assertThat(verify(proof(contractor, number, "2026-Q4")).exit()).isZero();
    }

    @Test
    void anotherContractorsProofIsNotThere() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        Api.contractor(scene.contractor())
                .get("/v1/quarterly-reports/{number}/2026-Q1/fee-proof", number)
                .then()
                .statusCode(404);
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        assertThat(proof(contractor, number, "2026-Q1")).contains("\"lineCount\":0");
    }
}
