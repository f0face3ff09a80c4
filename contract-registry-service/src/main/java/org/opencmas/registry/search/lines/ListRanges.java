package org.opencmas.registry.search.lines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.opencmas.registry.search.lines.index.LineIndex;

/** Where in a segment the lines of each list stand. Found once for each segment, since segments never change. */
final class ListRanges {
    private static final Map<IndexReader.CacheKey, List<Range>> KNOWN = new ConcurrentHashMap<>();

    private ListRanges() {}

    /**
     * @param from first line, inclusive
     * @param to last line, exclusive
     */
    record Range(UUID list, int from, int to) {}

    static List<Range> of(LeafReader segment) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        List<Range> known = KNOWN.get(core.getKey());
        if (known == null) {
            known = read(segment);
            if (KNOWN.put(core.getKey(), known) == null) {
                core.addClosedListener(KNOWN::remove);
            }
        }
        return known;
    }

    private static List<Range> read(LeafReader segment) throws IOException {
        List<Range> ranges = new ArrayList<>();
        SortedDocValues lists = segment.getSortedDocValues(LineIndex.LIST);
        int from = 0;
        int current = -1;
        for (int line = 0; line < segment.maxDoc(); line++) {
            int list = lists.advanceExact(line) ? lists.ordValue() : -1;
            if (list != current) {
                add(ranges, lists, current, from, line);
                from = line;
                current = list;
            }
        }
        add(ranges, lists, current, from, segment.maxDoc());
        return List.copyOf(ranges);
    }

    private static void add(List<Range> ranges, SortedDocValues lists, int list, int from, int to) throws IOException {
        if (list >= 0) {
            ranges.add(new Range(LineIndex.list(lists.lookupOrd(list)), from, to));
        }
    }
}
