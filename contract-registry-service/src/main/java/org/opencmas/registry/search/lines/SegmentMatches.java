package org.opencmas.registry.search.lines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a query, one segment after the other, as sets of bits: no line is weighed, so that a million are counted in no time. */
final class SegmentMatches {
    private final List<Weight> worded;
    private final List<List<Weight>> alike;
    private final @Nullable Weight literal;
    private final @Nullable Weight itemId;
    private final @Nullable Weight prices;
    private final boolean everything;

    SegmentMatches(IndexSearcher searcher, LineQuery query) throws IOException {
        worded = weights(searcher, query.worded());
        alike = new ArrayList<>();
        for (List<Query> ways : query.alike()) {
            alike.add(weights(searcher, ways));
        }
        literal = weight(searcher, query.literal());
        itemId = weight(searcher, query.itemId());
        prices = weight(searcher, query.prices());
        everything = query.itemId() == null;
    }

    /**
     * The lines of a segment.
     *
     * @param all every one of them
     * @param worded of them, those that hold the words
     * @param literal of them, those that hold the words as they are
     * @param item of them, those with that item id
     */
    record Found(FixedBitSet all, FixedBitSet worded, FixedBitSet literal, FixedBitSet item) {
        boolean isEmpty() {
            return all.nextSetBit(0) >= all.length();
        }
    }

    Found in(LeafReaderContext segment) throws IOException {
        int size = segment.reader().maxDoc();
        FixedBitSet holding = all(segment, worded, size);
        FixedBitSet item = any(segment, itemId, size);
        FixedBitSet found = new FixedBitSet(size);
        found.or(holding);
        found.or(item);
        if (!alike.isEmpty()) {
            found.or(alike(segment, size));
        }
        FixedBitSet exact = any(segment, literal, size);
        found.or(exact);
        if (everything) {
            found.set(0, size);
        }
        FixedBitSet counted = counted(segment, size);
        for (FixedBitSet each : List.of(found, holding, exact, item)) {
            each.and(counted);
        }
        return new Found(found, holding, exact, item);
    }

    /** What may be found at all: lines that are not deleted, in the range of prices. */
    private FixedBitSet counted(LeafReaderContext segment, int size) throws IOException {
        FixedBitSet counted = prices == null ? full(size) : any(segment, prices, size);
        Bits live = segment.reader().getLiveDocs();
        if (live != null) {
            live.applyMask(counted, 0);
        }
        return counted;
    }

    private static FixedBitSet full(int size) {
        var bits = new FixedBitSet(size);
        bits.set(0, size);
        return bits;
    }

    private FixedBitSet alike(LeafReaderContext segment, int size) throws IOException {
        FixedBitSet found = full(size);
        for (List<Weight> ways : alike) {
            var word = new FixedBitSet(size);
            for (Weight way : ways) {
                add(segment, way, word);
            }
            found.and(word);
        }
        return found;
    }

    private static FixedBitSet all(LeafReaderContext segment, List<Weight> weights, int size) throws IOException {
        FixedBitSet found = new FixedBitSet(size);
        for (int i = 0; i < weights.size(); i++) {
            if (i == 0) {
                add(segment, weights.getFirst(), found);
            } else {
                found.and(any(segment, weights.get(i), size));
            }
        }
        return found;
    }

    private static FixedBitSet any(LeafReaderContext segment, @Nullable Weight weight, int size) throws IOException {
        var found = new FixedBitSet(size);
        if (weight != null) {
            add(segment, weight, found);
        }
        return found;
    }

    private static void add(LeafReaderContext segment, Weight weight, FixedBitSet found) throws IOException {
        ScorerSupplier scorer = weight.scorerSupplier(segment);
        if (scorer != null) {
            found.or(scorer.get(Long.MAX_VALUE).iterator());
        }
    }

    private static List<Weight> weights(IndexSearcher searcher, List<Query> queries) throws IOException {
        List<Weight> weights = new ArrayList<>();
        for (Query query : queries) {
            weights.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
        return weights;
    }

    private static @Nullable Weight weight(IndexSearcher searcher, @Nullable Query query) throws IOException {
        return query == null ? null : weights(searcher, List.of(query)).getFirst();
    }
}
