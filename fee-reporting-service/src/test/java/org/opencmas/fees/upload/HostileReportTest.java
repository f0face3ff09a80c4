package org.opencmas.fees.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.cost.Allocated;
import org.opencmas.testkit.hostile.HostileFile;
import org.opencmas.testkit.hostile.HostileFiles;
import org.opencmas.testkit.hostile.HostileTable;

@DisplayName("A hostile report is refused with its fault, and nothing of it is taken over")
class HostileReportTest {
    /** Bytes that are made for its refusal, and for the workbook that tells it: a row or a cell of a million that was looked at would be more. */
    private static final long MOST_MADE = 64L << 20;

    private static final HostileTable TABLE = new HostileTable(
            List.of(
                    "Agency Name",
                    "Agency Billing Code",
                    "Purchase Order Number",
                    "Purchase Order Date",
                    "Total Excluding Tax and Freight"),
            List.of("City of Lodi", "", "PO-77", "2026-07-01", "1234.50"),
            4);

    private static ReadFile read(HostileFile file) {
        return ReadFile.of(file.bytes());
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefused() {
        List<HostileFile> files = HostileFiles.of(TABLE);
        assertThat(files).hasSizeGreaterThan(300);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    assertThat(Allocated.by(
                                    () -> assertThat(read(file).faults()).isNotEmpty()))
                            .as("bytes made")
                            .isLessThan(MOST_MADE);
                }));
    }

    @Test
    void aSoundOneOfTheSameMakingIsTaken() {
        ReadFile reading = read(HostileFiles.sound(TABLE));
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.rows()).hasSize(1);
    }
}
