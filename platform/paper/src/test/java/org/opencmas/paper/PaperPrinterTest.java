package org.opencmas.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A paper is printed as it is written, and again to the same byte")
class PaperPrinterTest {
    private static final Instant DATED = Instant.parse("2026-04-01T08:00:00Z");

    private final PaperPrinter printer = new PaperPrinter();

    @Test
    void theSamePaperOfTheSameMomentIsTheSameToTheByte() {
        assertThat(printer.print(paper(), DATED)).isEqualTo(printer.print(paper(), DATED));
        assertThat(printer.print(paper(), DATED)).isNotEqualTo(printer.print(paper(), DATED.plusMillis(1)));
    }

    @Test
    void markupInAnyTextIsShownAndNotRead() throws IOException {
        String hostile = "<img src=\"file:///etc/passwd\"/> & </td></table><script>x</script>";
        var paper = new Paper("Title " + hostile, "Foot \"; } @import " + hostile)
                .heading(hostile)
                .paragraph(hostile + "\u0000\u000b\nsecond line")
                .values(List.of(List.of("Name", hostile)))
                .table(List.of("Head"), List.of(100), List.of(List.of(hostile)));
        assertThat(text(printer.print(paper, DATED)))
                .contains("Title <img src=")
                .contains("</td></table><script>x</script>")
                .contains("second line");
    }

    @Test
    void theHeadOfALongTableStandsOnEachPageAndPagesAreCounted() throws IOException {
        var paper = new Paper("Long", "Foot of the paper")
                .table(List.of("Order", "Fee"), List.of(70, 30), Collections.nCopies(200, List.of("PO-1", "12.50")));
        byte[] printed = printer.print(paper, DATED);
        try (PDDocument document = Loader.loadPDF(printed)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            String text = new PDFTextStripper().getText(document);
            assertThat(text.split("Order\\s+Fee", -1)).hasSize(pages + 1);
            assertThat(text).contains("Page " + pages + " of " + pages).contains("Foot of the paper");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Long");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.00          | 0.00
            999.99        | 999.99
            1000.00       | 1,000.00
            -18874.88     | -18,874.88
            1234567.123456| 1,234,567.123456
            0.1234567     | 0.1234567
            1000          | 1,000
            WALK-1000.00  | WALK-1000.00
            """)
    void anAmountIsShownWithItsThousandsApart(String amount, String shown) {
        assertThat(Paper.money(amount)).isEqualTo(shown);
    }

    @Test
    @DisplayName(
            "A sign that the font does not have is shown by its number, and the paper says so; one that it has is shown")
    void aSignWithoutAGlyphIsShownByItsNumber() throws IOException {
        String shown = text(
                printer.print(new Paper("Desks", "Foot").paragraph("Størd Ωmega Ж \u4e2d\u6587 \ud83d\ude00"), DATED));
        assertThat(shown)
                .contains("Størd Ωmega Ж [U+4E2D][U+6587] [U+1F600]")
                .contains("stand as their numbers in Unicode")
                .doesNotContain("#");
        assertThat(text(printer.print(new Paper("Desks", "Foot").paragraph("Størd"), DATED)))
                .contains("Størd")
                .doesNotContain("Unicode");
    }

    private static Paper paper() {
        return new Paper("Statement", "Of 2026-04-01")
                .notice("Read this.")
                .values(List.of(List.of("Quarter", "2026-Q1")));
    }

    private static String text(byte[] printed) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
