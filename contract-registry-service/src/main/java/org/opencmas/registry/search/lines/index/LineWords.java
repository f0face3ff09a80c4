package org.opencmas.registry.search.lines.index;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How a description is taken apart, when it is kept and when it is looked for: without case and accents, names that are made of signs
 * (C++, C#, .NET) written out, so that they are not found as their letters.
 */
public final class LineWords {
    /** Stems of the words, without words such as "the". */
    public static final String STEMS = "stems";
    /** The words as they are, with their places. */
    public static final String EXACT = "exact";
    /** What each word ends with, from three characters on: its beginning then tells that a word holds something. */
    public static final String ENDINGS = "endings";

    private static final NormalizeCharMap SIGNS = signs();

    private LineWords() {}

    private static NormalizeCharMap signs() {
        var map = new NormalizeCharMap.Builder();
        for (String[] name : new String[][] {{"c++", "cplusplus"}, {"c#", "csharp"}}) {
            map.add(name[0], ' ' + name[1] + ' ');
            map.add(name[0].toUpperCase(Locale.ROOT), ' ' + name[1] + ' ');
        }
        for (String net : List.of(".net", ".NET", ".Net")) {
            map.add(net, " dotnet ");
        }
        return map.build();
    }

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                new Words(Words.Kind.EXACT),
                Map.of(STEMS, new Words(Words.Kind.STEMS), ENDINGS, new Words(Words.Kind.ENDINGS)));
    }

    /** The words of a text as they stand in a field. */
    public static List<String> of(Analyzer analyzer, String field, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, new StringReader(text))) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words;
    }

    /** The steps from a text to its words. */
    private static final class Words extends Analyzer {
        /** Of which field. */
        enum Kind {
            STEMS,
            EXACT,
            ENDINGS
        }

        private final Kind kind;

        Words(Kind kind) {
            this.kind = kind;
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return new MappingCharFilter(SIGNS, text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(source));
            return new TokenStreamComponents(
                    source,
                    switch (kind) {
                        case STEMS ->
                            new PorterStemFilter(new StopFilter(
                                    new EnglishPossessiveFilter(words), EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
                        case EXACT -> words;
                        case ENDINGS -> new EndingsFilter(words);
                    });
        }
    }
}
