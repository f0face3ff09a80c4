package org.opencmas.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Prints papers as PDF. Nothing is fetched for it, and neither clock nor chance has a part in it. */
@ApplicationScoped
public class PaperPrinter {
    private static final int NORMAL_WEIGHT = 400;

    /**
     * The PDF of a paper.
     *
     * @param datedAt what it gives as the moment of its making: that of what it tells, so that a second print is the same
     */
    public byte[] print(Paper paper, Instant datedAt) {
        try (var builder = new ByteArrayOutputStream()) {
            var pdf = new PdfRendererBuilder();
            pdf.useFastMode();
            pdf.useFont(PaperFont::open, "Paper", NORMAL_WEIGHT, FontStyle.NORMAL, true);
            pdf.withHtmlContent(paper.html(), null);
            pdf.toStream(builder);
            try (var renderer = pdf.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                try (PDDocument document = renderer.getPdfDocument()) {
                    describe(document, paper, datedAt);
                    var printed = new ByteArrayOutputStream();
                    document.save(printed);
                    return printed.toByteArray();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, Paper paper, Instant datedAt) {
        Calendar dated = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        dated.setTimeInMillis(datedAt.toEpochMilli());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(paper.title());
        information.setProducer("CMAS suite");
        information.setCreator("CMAS suite");
        information.setCreationDate(dated);
        information.setModificationDate(dated);
        document.setDocumentId(datedAt.toEpochMilli());
    }
}
