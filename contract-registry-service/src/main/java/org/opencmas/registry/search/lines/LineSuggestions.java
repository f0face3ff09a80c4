package org.opencmas.registry.search.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.index.IndexedLine;
import org.opencmas.registry.search.lines.index.LineIndex;
import org.opencmas.registry.search.lines.index.LineWords;

/** What price lists offer to somebody who types, or who mistyped. */
public final class LineSuggestions {
    private static final int READ = 60;
    private static final int ROUNDS = 10;

    private final LineIndex index;

    LineSuggestions(LineIndex index) {
        this.index = index;
    }

    /** Reads the index as it is. */
    private interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            IndexSearcher searcher = index.acquire();
            try {
                return reading.of(searcher);
            } finally {
                index.release(searcher);
            }
        } catch (AlreadyClosedException e) {
            throw PriceLineIndex.unavailable();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of price lines could not be read", e);
        }
    }

    /**
     * Different descriptions with the words typed, the last of which may be a beginning; or of an item whose id begins so.
     *
     * @param offered of some lists, those from which somebody can buy; lines of others are no suggestion
     */
    public List<IndexedLine> lines(String typed, int most, UnaryOperator<Set<UUID>> offered) {
        Query query = beginning(typed);
        return query == null ? List.of() : reading(searcher -> lines(searcher, query, most, offered));
    }

    /** Lists that are not offered are left out of the next look, so that a long one of them does not hide all others. */
    private static List<IndexedLine> lines(
            IndexSearcher searcher, Query query, int most, UnaryOperator<Set<UUID>> offered) throws IOException {
        Map<String, IndexedLine> found = new LinkedHashMap<>();
        Set<UUID> others = new HashSet<>();
        for (int round = 0; round < ROUNDS && found.size() < most; round++) {
            List<LikeLines.LikeLine> read = LikeLines.read(searcher, without(query, others), READ);
            Set<UUID> lists = read.stream().map(LikeLines.LikeLine::priceListId).collect(Collectors.toSet());
            Set<UUID> bought = offered.apply(lists);
            read.stream()
                    .filter(each -> bought.contains(each.priceListId()) && found.size() < most)
                    .forEach(each -> found.putIfAbsent(each.line().description(), each.line()));
            lists.removeAll(bought);
            if (lists.isEmpty()) {
                break;
            }
            others.addAll(lists);
        }
        return List.copyOf(found.values());
    }

    private static Query without(Query query, Set<UUID> lists) {
        return lists.isEmpty()
                ? query
                : new ConstantScoreQuery(new BooleanQuery.Builder()
                        .add(query, BooleanClause.Occur.MUST)
                        .add(
                                new TermInSetQuery(
                                        LineIndex.LIST,
                                        lists.stream().map(LineIndex::key).toList()),
                                BooleanClause.Occur.MUST_NOT)
                        .build());
    }

    private @Nullable Query beginning(String typed) {
        List<String> words = LineWords.of(index.analyzer(), LineWords.EXACT, typed);
        if (words.isEmpty()) {
            return null;
        }
        var all = new BooleanQuery.Builder();
        for (String word : words.subList(0, words.size() - 1)) {
            all.add(new TermQuery(new Term(LineWords.EXACT, word)), BooleanClause.Occur.MUST);
        }
        all.add(new PrefixQuery(new Term(LineWords.EXACT, words.getLast())), BooleanClause.Occur.MUST);
        return new ConstantScoreQuery(new BooleanQuery.Builder()
                .add(all.build(), BooleanClause.Occur.SHOULD)
                .add(
                        new PrefixQuery(new Term(LineIndex.ITEM_KEY, LineIndex.itemKey(typed))),
                        BooleanClause.Occur.SHOULD)
                .build());
    }

    /** The text with each word that no line holds replaced by the most frequent one that is spelled like it; empty when none is. */
    public Optional<String> meant(String text) {
        return reading(searcher -> {
            List<String> meant = new ArrayList<>();
            boolean isOther = false;
            for (String word : LineWords.of(index.analyzer(), LineWords.EXACT, text)) {
                String known = known(searcher, word);
                isOther |= !known.equals(word);
                meant.add(known);
            }
            return isOther ? Optional.of(String.join(" ", meant)) : Optional.empty();
        });
    }

    private String known(IndexSearcher searcher, String word) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        if (reader.docFreq(new Term(LineWords.EXACT, word)) > 0 || !LineQuery.canBeMisspelt(word)) {
            return word;
        }
        String nearest = nearest(reader, word);
        boolean isOtherForm = nearest.startsWith(word) || word.startsWith(nearest);
        return isOtherForm && isStemKnown(reader, word) ? word : nearest;
    }

    private boolean isStemKnown(IndexReader reader, String word) throws IOException {
        for (String stem : LineWords.of(index.analyzer(), LineWords.STEMS, word)) {
            if (reader.docFreq(new Term(LineWords.STEMS, stem)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static String nearest(IndexReader reader, String word) throws IOException {
        Terms words = MultiTerms.getTerms(reader, LineWords.EXACT);
        if (words == null) {
            return word;
        }
        FuzzyQuery misspelt = LineQuery.misspelt(word);
        TermsEnum spelledAlike = new FuzzyTermsEnum(
                words,
                misspelt.getTerm(),
                misspelt.getMaxEdits(),
                misspelt.getPrefixLength(),
                misspelt.getTranspositions());
        String nearest = word;
        int lines = 0;
        for (BytesRef term = spelledAlike.next(); term != null; term = spelledAlike.next()) {
            if (spelledAlike.docFreq() > lines) {
                lines = spelledAlike.docFreq();
                nearest = term.utf8ToString();
            }
        }
        return nearest;
    }
}
