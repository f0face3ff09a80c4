package org.opencmas.paper;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A paper of plain text, put together from top to bottom. Whatever the text holds, it is shown and never read as markup. A character that the
 * font does not have is shown by its number in Unicode, such as [U+4E2D], and the paper says so at its end.
 */
public final class Paper {
    private static final String STYLE = """
            @page { size: letter; margin: 18mm 16mm 20mm 16mm;
                @bottom-left { content: "%s"; font: 8pt 'Paper'; color: #555; }
                @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt 'Paper'; color: #555; } }
            body { font-family: 'Paper'; font-size: 9.5pt; line-height: 1.35; color: #111; }
            h1 { font-weight: normal; font-size: 17pt; margin: 0 0 2mm 0; }
            h2 { font-weight: normal; font-size: 12pt; margin: 6mm 0 1.5mm 0; border-bottom: 0.6pt solid #444; padding-bottom: 0.8mm;
                page-break-after: avoid; }
            p { margin: 0 0 2mm 0; }
            .notice { border: 0.8pt solid #444; padding: 2mm 3mm; margin: 2mm 0 3mm 0; page-break-inside: avoid; }
            table { width: 100%%; border-collapse: collapse; margin: 0 0 2mm 0; -fs-table-paginate: paginate; table-layout: fixed; }
            tr { page-break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; font-weight: normal; padding: 1mm 1.5mm; word-wrap: break-word; }
            th { color: #555; border-bottom: 0.6pt solid #888; }
            td { border-bottom: 0.3pt solid #ccc; }
            td.label { color: #555; width: 42mm; }
            .figure { text-align: right; }
            """;

    private static final Pattern FIGURE = Pattern.compile("-?[0-9][0-9,]*\\.[0-9]{2,6}");

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    /** A digit before a group of three, in front of the point. */
    private static final Pattern THOUSAND = Pattern.compile("(?<![.][0-9]{0,20})([0-9])(?=(?:[0-9]{3})+(?:[.]|$))");

    private static final String NUMBERED =
            "Signs that the font of this paper does not have stand as their numbers in Unicode, such as [U+4E2D].";

    private final StringBuilder body = new StringBuilder();
    private boolean hasNumberedSigns;
    private final String title;
    private final String foot;

    /** @param foot stands at the bottom of every page: what the paper is and of when, without quotes */
    public Paper(String title, String foot) {
        this.title = title;
        this.foot = foot;
        body.append("<h1>").append(escaped(title)).append("</h1>");
    }

    public Paper heading(String text) {
        body.append("<h2>").append(escaped(text)).append("</h2>");
        return this;
    }

    public Paper paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>");
        return this;
    }

    /** A paragraph that must not be overlooked. */
    public Paper notice(String text) {
        body.append("<p class=\"notice\">").append(escaped(text)).append("</p>");
        return this;
    }

    /** A name beside its value, in each row. */
    public Paper values(List<List<String>> rows) {
        body.append("<table>");
        for (List<String> row : rows) {
            body.append("<tr><td class=\"label\">")
                    .append(escaped(row.getFirst()))
                    .append("</td>");
            row.stream().skip(1).forEach(cell -> body.append(cell(cell)));
            body.append("</tr>");
        }
        body.append("</table>");
        return this;
    }

    /**
     * A table whose head is repeated on each page. A column of nothing but figures stands to the right.
     *
     * @param widths of the columns in percent, together 100
     */
    public Paper table(List<String> head, List<Integer> widths, List<List<String>> rows) {
        List<String> alignment = IntStream.range(0, head.size())
                .mapToObj(column -> isFigures(rows, column) ? " class=\"figure\"" : "")
                .toList();
        body.append("<table><thead><tr>");
        for (int i = 0; i < head.size(); i++) {
            body.append("<th")
                    .append(alignment.get(i))
                    .append(" style=\"width:")
                    .append(widths.get(i))
                    .append("%\">");
            body.append(escaped(head.get(i))).append("</th>");
        }
        body.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                body.append("<td")
                        .append(alignment.get(i))
                        .append('>')
                        .append(escaped(row.get(i)))
                        .append("</td>");
            }
            body.append("</tr>");
        }
        body.append("</tbody></table>");
        return this;
    }

    private static boolean isFigures(List<List<String>> rows, int column) {
        return rows.stream()
                        .map(row -> column < row.size() ? row.get(column) : "")
                        .allMatch(text -> text.isEmpty() || FIGURE.matcher(text).matches())
                && rows.stream()
                        .anyMatch(row -> column < row.size() && !row.get(column).isEmpty());
    }

    private String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    /**
     * An amount as a person reads it: 18874.88 is 18,874.88. What is no plain decimal stays as it is.
     *
     * @param amount its text form is that of a decimal number
     */
    public static String money(Object amount) {
        String text = amount.toString();
        return PLAIN.matcher(text).matches() ? THOUSAND.matcher(text).replaceAll("$1,") : text;
    }

    String title() {
        return title;
    }

    String html() {
        String foots = STYLE.formatted(footText());
        return "<html><head><title>" + escaped(title) + "</title><style>" + foots
                + "</style></head><body>" + body
                + (hasNumberedSigns ? "<p class=\"notice\">" + escaped(NUMBERED) + "</p>" : "") + "</body></html>";
    }

    /** Within a string of the style sheet neither quotes nor backslashes nor markup can stand. */
    private String footText() {
        return escaped(foot.replaceAll("[\"\\\\<>&\\p{Cntrl}]", " "));
    }

    private String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("<br/>");
                default -> {
                    if (isXml(sign)) {
                        appendShown(sign, escaped);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private void appendShown(int sign, StringBuilder text) {
        if (Character.isWhitespace(sign) || PaperFont.has(sign)) {
            text.appendCodePoint(sign);
        } else {
            hasNumberedSigns = true;
            text.append(String.format(Locale.ROOT, "[U+%04X]", sign));
        }
    }

    private static boolean isXml(int sign) {
        return sign == '\t' || sign >= 0x20 && sign <= 0xd7ff || sign >= 0xe000 && sign <= 0xfffd || sign > 0xffff;
    }
}
