package org.opencmas.registry.pricelist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Conflict;
import org.opencmas.registry.pricelist.file.PriceListFile;
import org.opencmas.registry.pricelist.row.PriceLine;

/**
 * Compares a file with the list that its supplement has already: the same lines may come again, any other list is refused (409) at the first
 * lines that are not the published ones, without reading the rest. Only the hash of all of them says that they are the same.
 */
final class LinesPublishedBefore implements PriceListFile.Lines {
    /** Few at first, since another list mostly differs at once; then as many as one query finds easily. */
    private static final int FIRST_TOGETHER = 50;

    private static final int TOGETHER = 1_000;

    private final Connection connection;
    private final PublishedList published;
    private final LinesHash hash = new LinesHash();
    private final List<PriceLine> waiting = new ArrayList<>();
    private int together = FIRST_TOGETHER;
    private int taken;

    LinesPublishedBefore(Connection connection, PublishedList published) {
        this.connection = connection;
        this.published = published;
    }

    @Override
    public void take(PriceLine line) throws SQLException {
        hash.add(line);
        waiting.add(line);
        if (++taken > published.lineCount()) {
            throw isAnother(null);
        }
        if (waiting.size() == together) {
            compare();
            waiting.clear();
            together = TOGETHER;
        }
    }

    private void compare() throws SQLException {
        Map<String, PriceLine> known =
                PriceLists.lines(
                                connection,
                                published,
                                waiting.stream().map(PriceLine::itemId).toList())
                        .stream()
                        .collect(Collectors.toMap(PriceLine::itemId, Function.identity()));
        if (!waiting.stream().allMatch(line -> line.equals(known.get(line.itemId())))) {
            throw isAnother(null);
        }
    }

    /** The list that was published, once all lines are taken and are the same. */
    PublishedList requireSame() {
        String sha256 = hash.hex();
        if (!published.sha256().equals(sha256)) {
            throw isAnother(sha256);
        }
        return published;
    }

    /** @param sha256 of its lines; null when it was not read to its end */
    private Conflict isAnother(@Nullable String sha256) {
        String location = "/v1/price-list-imports/" + published.id();
        return new Conflict(
                "price-list-exists",
                "Another list was published for supplement " + published.supplementNumber() + " of "
                        + published.cmasNumber() + ". A published list is never changed: add a supplement.",
                sha256 == null
                        ? Map.of("location", location, "publishedSha256", published.sha256())
                        : Map.of("location", location, "publishedSha256", published.sha256(), "thisSha256", sha256));
    }
}
