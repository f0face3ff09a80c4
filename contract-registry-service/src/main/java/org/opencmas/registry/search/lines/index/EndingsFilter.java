package org.opencmas.registry.search.lines.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes of each word all that it ends with, itself first: turf, urf. Of a long word only the first {@value #MOST}. */
public final class EndingsFilter extends TokenFilter {
    public static final int SHORTEST = 3;
    private static final int MOST = 24;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private String whole = "";
    private int start;

    EndingsFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        start++;
        while (start >= MOST || whole.length() - start < SHORTEST) {
            if (!input.incrementToken()) {
                return false;
            }
            whole = word.toString();
            start = 0;
        }
        word.setEmpty().append(whole, start, whole.length());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        whole = "";
        start = 0;
    }
}
