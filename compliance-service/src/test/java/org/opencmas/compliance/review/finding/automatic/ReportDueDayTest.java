package org.opencmas.compliance.review.finding.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RPT-SUBMITTED: a review asks for a report by the day on which the service that takes it expects it")
class ReportDueDayTest {
    @Test
    void bothServicesBeginWithTheSameDay() throws IOException {
        String here = figure(
                Path.of("src/main/resources/db/migration/V61__review_figures.sql"), "'REPORT_DUE_DAY', +([0-9]+),");
        String there = figure(
                Path.of("../fee-reporting-service/src/main/resources/db/migration/V2__dated_figures.sql"),
                "'IN_FORCE', '1990-Q1', ([0-9]+),");
        assertThat(here).as("day of the month after the quarter").isEqualTo(there);
    }

    private static String figure(Path migration, String row) throws IOException {
        Matcher found = Pattern.compile(row).matcher(Files.readString(migration));
        assertThat(found.find()).as(row).isTrue();
        return found.group(1);
    }
}
