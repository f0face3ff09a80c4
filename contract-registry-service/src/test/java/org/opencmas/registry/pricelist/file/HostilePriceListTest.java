package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.registry.pricelist.row.RowFaults;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.cost.Allocated;
import org.opencmas.testkit.hostile.HostileFile;
import org.opencmas.testkit.hostile.HostileFiles;
import org.opencmas.testkit.hostile.HostileTable;

@DisplayName("A hostile price list is refused with its fault, and leaves no file")
class HostilePriceListTest {
    private static final HostileTable TABLE = new HostileTable(
            List.of("item_id", "description", "unit", "price"), List.of("A-1", "Chair", "each", "10.00"), 3);

    /** Bytes that are made for its refusal: a row or a cell of a million that was looked at would be more. */
    private static final long MOST_MADE = 64L << 20;

    private static final Duration SOON = Eventually.PATIENCE;

    private record Result(RowFaults faults, List<PriceLine> lines) {}

    private static Result read(HostileFile file) throws IOException, SQLException {
        Result result = new Result(new RowFaults(), new ArrayList<>());
        InputStream bytes = new ByteArrayInputStream(file.bytes());
        if (file.workbook()) {
            WorkbookFile.read(bytes, result.faults, result.lines::add);
        } else {
            PriceListFile.read(bytes, result.faults, result.lines::add);
        }
        return result;
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefused() {
        List<HostileFile> files = HostileFiles.of(TABLE);
        assertThat(files).hasSizeGreaterThan(300);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(Allocated.by(() ->
                                        assertThat(read(file).faults.isEmpty()).isFalse()))
                                .as("bytes made")
                                .isLessThan(MOST_MADE)));
    }

    @Test
    void noneLeavesAFile() throws IOException, SQLException {
        List<Path> before = kept();
        for (HostileFile file : HostileFiles.of(TABLE)) {
            if (file.workbook()) {
                read(file);
            }
        }
        // What another process has open at the moment goes by itself.
        List<Path> left = new ArrayList<>(kept());
        left.removeAll(before);
        Eventually.within(SOON, () -> assertThat(left).allMatch(Files::notExists));
    }

    @Test
    void aSoundOneOfTheSameMakingIsTaken() throws IOException, SQLException {
        Result result = read(HostileFiles.sound(TABLE));
        assertThat(result.faults.listed()).isEmpty();
        assertThat(result.lines).hasSize(1);
    }

    private static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("cmas-price-list-"))
                    .toList();
        }
    }
}
