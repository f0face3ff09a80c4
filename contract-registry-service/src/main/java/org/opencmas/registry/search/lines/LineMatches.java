package org.opencmas.registry.search.lines;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.opencmas.registry.search.lines.index.IndexedLine;
import org.opencmas.registry.search.lines.index.LineIndex;

/** The lines that were found, by price list, in the index as it was then. To be closed. */
public final class LineMatches implements Closeable {
    private static final int SHOWN = 3;

    private final LineIndex index;
    private final IndexSearcher searcher;
    private final Map<UUID, Found> lists = new HashMap<>();

    private LineMatches(LineIndex index, IndexSearcher searcher) {
        this.index = index;
        this.searcher = searcher;
    }

    /** Of one list, as it grows from segment to segment. */
    private static final class Found {
        private final List<Best> best = new ArrayList<>();
        private int lines;
        private int worded;
        private boolean literal;
        private boolean item;
    }

    /** A line to show, by its place in the index, and how well it fits: 0 is best. */
    private record Best(int line, int rank) {}

    static LineMatches of(LineIndex index, LineQuery query) {
        try {
            IndexSearcher searcher = index.acquire();
            var matches = new LineMatches(index, searcher);
            try {
                matches.collect(new SegmentMatches(searcher, query));
            } catch (IOException | RuntimeException e) {
                index.release(searcher);
                throw e;
            }
            return matches;
        } catch (IOException e) {
            throw new UncheckedIOException("the index of price lines could not be read", e);
        }
    }

    private void collect(SegmentMatches segments) throws IOException {
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            SegmentMatches.Found found = segments.in(segment);
            if (!found.isEmpty()) {
                for (ListRanges.Range range : ListRanges.of(segment.reader())) {
                    collect(segment.docBase, range, found);
                }
            }
        }
    }

    private void collect(int base, ListRanges.Range range, SegmentMatches.Found found) {
        int worded = found.worded().cardinality(range.from(), range.to());
        int lines = found.all().cardinality(range.from(), range.to());
        if (lines == 0) {
            return;
        }
        Found list = lists.computeIfAbsent(range.list(), each -> new Found());
        list.lines += lines;
        list.worded += worded;
        list.item |= show(list, base, range, found.item(), 0);
        list.literal |= show(list, base, range, found.literal(), 1);
        show(list, base, range, found.worded(), 2);
        show(list, base, range, found.all(), 3);
    }

    private static boolean show(Found list, int base, ListRanges.Range range, FixedBitSet lines, int rank) {
        int shown = 0;
        int line = next(lines, range.from(), range.to());
        boolean any = line < range.to();
        while (line < range.to() && shown < SHOWN) {
            list.best.add(new Best(base + line, rank));
            shown++;
            line = next(lines, line + 1, range.to());
        }
        return any;
    }

    private static int next(FixedBitSet lines, int from, int to) {
        return from >= to ? to : Math.min(to, lines.nextSetBit(from, to));
    }

    public List<ListMatches> lists() {
        return lists.entrySet().stream()
                .map(each -> new ListMatches(
                        each.getKey(),
                        each.getValue().lines,
                        each.getValue().worded,
                        each.getValue().literal,
                        each.getValue().item))
                .toList();
    }

    /** Up to three lines of a list that fit best; the exact thing first, then by item id. */
    public List<IndexedLine> best(UUID list) {
        Found found = lists.get(list);
        if (found == null) {
            return List.of();
        }
        try {
            StoredFields stored = searcher.storedFields();
            List<Ranked> ranked = new ArrayList<>();
            Map<Integer, Integer> ranks = new HashMap<>();
            found.best.forEach(each -> ranks.merge(each.line(), each.rank(), Math::min));
            for (Map.Entry<Integer, Integer> each : ranks.entrySet()) {
                ranked.add(new Ranked(each.getValue(), line(stored.document(each.getKey()))));
            }
            return ranked.stream()
                    .sorted(Comparator.comparingInt(Ranked::rank)
                            .thenComparing(each -> each.line().itemId()))
                    .limit(SHOWN)
                    .map(Ranked::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of price lines could not be read", e);
        }
    }

    /** A line and how well it fits. */
    private record Ranked(int rank, IndexedLine line) {}

    static IndexedLine line(Document document) {
        return new IndexedLine(
                document.get(LineIndex.ITEM),
                document.get(LineIndex.DESCRIPTION),
                document.get(LineIndex.UNIT),
                IndexedLine.dollars(
                        document.getField(LineIndex.PRICE).numericValue().longValue()));
    }

    @Override
    public void close() {
        try {
            index.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of price lines could not be closed", e);
        }
    }
}
