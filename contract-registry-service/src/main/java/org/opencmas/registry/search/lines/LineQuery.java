package org.opencmas.registry.search.lines;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.index.EndingsFilter;
import org.opencmas.registry.search.lines.index.LineIndex;
import org.opencmas.registry.search.lines.index.LineWords;

/**
 * What lines are looked for, in the parts that tell why a line was found.
 *
 * @param worded the line holds all of them; empty when there is no word to look for
 * @param alike one query of each inner list, for every inner list: the line holds each word, or something that holds it or is spelled
 *     like it; empty when only words count
 * @param literal the line holds the words as they are, one after the other; null without any
 * @param itemId the line is the item itself; null without any
 * @param prices only lines in this range; null for all
 */
record LineQuery(
        List<Query> worded,
        List<List<Query>> alike,
        @Nullable Query literal,
        @Nullable Query itemId,
        @Nullable Query prices) {
    private static final int SHORTEST_MISSPELT = 4;
    private static final int LONG_WORD = 8;

    /**
     * @param text at least two letters or digits; null for any line
     * @param wordsOnly whether nothing that is spelled alike counts
     */
    static LineQuery of(Analyzer analyzer, @Nullable String text, boolean wordsOnly, PriceRange prices) {
        Query inRange = prices.isOpen() ? null : prices.query();
        if (text == null) {
            return new LineQuery(List.of(), List.of(), null, null, inRange);
        }
        List<String> exact = LineWords.of(analyzer, LineWords.EXACT, text);
        List<Query> worded = LineWords.of(analyzer, LineWords.STEMS, text).stream()
                .distinct()
                .<Query>map(stem -> new TermQuery(new Term(LineWords.STEMS, stem)))
                .toList();
        List<List<Query>> alike = wordsOnly
                ? List.of()
                : exact.stream().distinct().map(word -> alike(analyzer, word)).toList();
        return new LineQuery(
                worded,
                alike,
                literal(exact),
                new TermQuery(new Term(LineIndex.ITEM_KEY, LineIndex.itemKey(text))),
                inRange);
    }

    private static @Nullable Query literal(List<String> words) {
        return switch (words.size()) {
            case 0 -> null;
            case 1 -> new TermQuery(new Term(LineWords.EXACT, words.getFirst()));
            default -> new PhraseQuery(LineWords.EXACT, words.toArray(String[]::new));
        };
    }

    private static List<Query> alike(Analyzer analyzer, String word) {
        List<Query> ways = LineWords.of(analyzer, LineWords.STEMS, word).stream()
                .<Query>map(stem -> new TermQuery(new Term(LineWords.STEMS, stem)))
                .collect(Collectors.toList());
        ways.add(new TermQuery(new Term(LineWords.EXACT, word)));
        if (word.length() >= EndingsFilter.SHORTEST) {
            ways.add(new PrefixQuery(new Term(LineWords.ENDINGS, word)));
        }
        if (canBeMisspelt(word)) {
            ways.add(misspelt(word));
        }
        return ways;
    }

    /** A number is never taken for another one: two items of one product are told apart by nothing else. */
    static boolean canBeMisspelt(String word) {
        return word.length() >= SHORTEST_MISSPELT
                && IntStream.range(0, word.length()).noneMatch(i -> Character.isDigit(word.charAt(i)));
    }

    /** With one letter wrong, missing, too much or in the other's place; two in a long word that begins alike. */
    static FuzzyQuery misspelt(String word) {
        boolean isLong = word.length() >= LONG_WORD;
        return new FuzzyQuery(
                new Term(LineWords.EXACT, word),
                isLong ? 2 : 1,
                isLong ? 1 : 0,
                FuzzyQuery.defaultMaxExpansions,
                true,
                MultiTermQuery.CONSTANT_SCORE_REWRITE);
    }
}
