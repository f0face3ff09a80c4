package org.opencmas.registry.search.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.opencmas.registry.search.lines.index.IndexedLine;
import org.opencmas.registry.search.lines.index.LineIndex;
import org.opencmas.registry.search.lines.index.LineWords;

/** Finds the lines whose prices can be set side by side: those that hold all words, or are the item of that id; nothing that is only spelled alike. */
public final class LikeLines {
    private final LineIndex index;

    LikeLines(LineIndex index) {
        this.index = index;
    }

    /** A line and the list it is on. */
    public record LikeLine(UUID priceListId, IndexedLine line) {}

    /**
     * @param lists only lines of these
     * @param most how many at most
     */
    public List<LikeLine> of(String text, Collection<UUID> lists, int most) {
        try {
            IndexSearcher searcher = index.acquire();
            try {
                return read(searcher, query(text, lists), most);
            } finally {
                index.release(searcher);
            }
        } catch (AlreadyClosedException e) {
            throw PriceLineIndex.unavailable();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of price lines could not be read", e);
        }
    }

    private Query query(String text, Collection<UUID> lists) {
        var worded = new BooleanQuery.Builder();
        List<String> stems = LineWords.of(index.analyzer(), LineWords.STEMS, text);
        for (String stem : stems) {
            worded.add(new TermQuery(new Term(LineWords.STEMS, stem)), BooleanClause.Occur.MUST);
        }
        var like = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(LineIndex.ITEM_KEY, LineIndex.itemKey(text))), BooleanClause.Occur.SHOULD);
        if (!stems.isEmpty()) {
            like.add(worded.build(), BooleanClause.Occur.SHOULD);
        }
        return new ConstantScoreQuery(new BooleanQuery.Builder()
                .add(like.build(), BooleanClause.Occur.MUST)
                .add(
                        new TermInSetQuery(
                                LineIndex.LIST,
                                lists.stream().map(LineIndex::key).toList()),
                        BooleanClause.Occur.FILTER)
                .build());
    }

    static List<LikeLine> read(IndexSearcher searcher, Query query, int most) throws IOException {
        List<LikeLine> lines = new ArrayList<>();
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        for (ScoreDoc found : searcher.search(query, most).scoreDocs) {
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(found.doc, segments));
            SortedDocValues list = segment.reader().getSortedDocValues(LineIndex.LIST);
            if (list.advanceExact(found.doc - segment.docBase)) {
                lines.add(new LikeLine(
                        LineIndex.list(list.lookupOrd(list.ordValue())),
                        LineMatches.line(searcher.storedFields().document(found.doc))));
            }
        }
        return lines;
    }
}
