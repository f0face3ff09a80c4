package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Fault;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.registry.pricelist.row.RowFaults;
import org.opencmas.registry.pricelist.row.RowWatch;

/** What the federal government publishes as labour prices of Schedule 70: many vendors in one file, under titles of its own. */
class RealLabourPricesTest {
    private final Map<String, Integer> kinds = new TreeMap<>();

    private final class Counting implements RowWatch {
        @Override
        public @Nullable Map<String, String> corrected(String sheet, long row) {
            return null;
        }

        @Override
        public void read(String sheet, long row, Supplier<Map<String, String>> cells, List<Fault> faults) {
            faults.forEach(fault -> kinds.merge(
                    fault.pointer().replaceAll(".*/", "")
                            + (fault.detail().contains("is already in row") ? " twice" : ""),
                    1,
                    Integer::sum));
        }
    }

    @ParameterizedTest
    @CsvSource({"s70_labor_prices.csv.gz, 4157, 1918, 12, 13", "s70_labor_prices_clean.csv.gz, 3066, 854, 4, 0"})
    @DisplayName(
            "They are read by their own titles; told is each second line of one category, each name too long for an id, one of them too long for a"
                    + " description, years in words such as 'Five (5) years', and the rows without a price, nothing else")
    void areReadWithTheirRealFaults(String name, int rows, int twice, int longIds, int noPrices)
            throws IOException, SQLException {
        var faults = new RowFaults(new Counting());
        List<PriceLine> lines = new ArrayList<>();
        try (InputStream file =
                new GZIPInputStream(Files.newInputStream(Path.of("src/test/resources/price-lists", name)))) {
            assertThat(PriceListFile.read(file, faults, lines::add)).isEqualTo(rows);
        }
        kinds.putIfAbsent("price", 0);
        assertThat(kinds)
                .isEqualTo(Map.of(
                        "item_id twice",
                        twice,
                        "item_id",
                        longIds,
                        "description",
                        1,
                        "labor_years",
                        14,
                        "price",
                        noPrices));
        assertThat(lines).first().satisfies(line -> {
            assertThat(line.itemId()).isEqualTo("Strategic Planner Level III");
            assertThat(line.description()).isEqualTo("Strategic Planner Level III");
            assertThat(line.price()).isEqualTo("491.94");
            assertThat(line.sin()).isEqualTo("132-51");
            assertThat(line.laborEducation()).isEqualTo("Bachelors");
            assertThat(line.laborYears()).isEqualTo(20);
        });
        Set<String> ids = new HashSet<>();
        assertThat(lines).allMatch(line -> ids.add(line.itemId()));
    }
}
