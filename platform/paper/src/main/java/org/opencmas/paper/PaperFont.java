package org.opencmas.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The font of all papers: Liberation Sans, which comes with PDFBox under the SIL Open Font License. It has Latin, Greek and Cyrillic letters, and
 * none of the signs of Chinese, Japanese and Korean: a font with those has some 10 MB.
 */
final class PaperFont {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final BitSet SIGNS = signs();

    private PaperFont() {}

    static InputStream open() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), "PDFBox comes without its font");
    }

    /** Whether it has that sign, by its number in Unicode. */
    static boolean has(int sign) {
        return SIGNS.get(sign);
    }

    private static BitSet signs() {
        try (InputStream file = open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            BitSet signs = new BitSet();
            for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
                if (glyphs.getGlyphId(sign) != 0) {
                    signs.set(sign);
                }
            }
            return signs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
