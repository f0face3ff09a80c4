package org.opencmas.compliance.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** Finds the sentences of a source text again, with their places, by the headings that the index knows. */
final class SourceSentences {
    private static final Pattern PAGE = Pattern.compile("August 2019 (\\d+)");
    private static final Pattern SECTION = Pattern.compile("(SECTION \\d+|ATTACHMENT [AB])\\b.*");
    private static final Pattern END = Pattern.compile("[.?!:][”\")]?\\s+(?=[A-Z“\\d(])");
    /** A full stop that ends no sentence. */
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:\\bet\\. seq|\\bet seq|\\betc|\\be\\.g|\\bi\\.e|\\bStd|\\bAdmin|(?:^|\\s)[0-9a-c])\\.$");
    /** Before it are the cover and the list of contents. */
    private static final int FIRST_PAGE = 5;

    private final List<Place> found = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final StringBuilder block = new StringBuilder();
    private int page;
    private String heading = "";

    private SourceSentences() {}

    /** Where a sentence is, and the hash of its words. */
    record Place(int page, String heading, int ordinal, String sha256) {
        static Place of(Sentence known) {
            return new Place(known.page(), known.heading(), known.ordinal(), known.sha256());
        }
    }

    static List<Place> of(String source, String text) {
        Map<Integer, Set<String>> headings = LawIndex.sentences().stream()
                .filter(sentence -> sentence.source().equals(source))
                .collect(Collectors.groupingBy(
                        Sentence::page, Collectors.mapping(Sentence::heading, Collectors.toSet())));
        boolean paged = PAGE.matcher(text).find();
        var sentences = new SourceSentences();
        text.lines().map(String::strip).forEach(line -> sentences.take(line, paged, headings));
        sentences.flush();
        return sentences.found;
    }

    private void take(String line, boolean paged, Map<Integer, Set<String>> headings) {
        Matcher printed = PAGE.matcher(line);
        if (line.isEmpty() || line.equals("CMAS LOCAL GOVERNMENT AGENCY GUIDE")) {
            return;
        }
        if (printed.matches()) {
            flush();
            page = Integer.parseInt(printed.group(1));
        } else if (paged && page < FIRST_PAGE) {
            return;
        } else if (line.equals("Continued on next page")) {
            flush();
        } else if (paged && SECTION.matcher(line).matches()) {
            flush();
            heading = "";
        } else if (headings.getOrDefault(page, Set.of()).contains(line)) {
            flush();
            heading = line;
        } else {
            block.append(block.isEmpty() ? "" : " ").append(line);
        }
    }

    private void flush() {
        String text = block.toString();
        block.setLength(0);
        int start = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            if (!ABBREVIATION.matcher(text.substring(0, end.start() + 1)).find()) {
                add(text.substring(start, end.end()).strip());
                start = end.end();
            }
        }
        add(text.substring(start).strip());
    }

    private void add(String sentence) {
        if (!sentence.isEmpty()) {
            int ordinal = counts.merge(page + heading, 1, Integer::sum);
            found.add(new Place(page, heading, ordinal, DigestUtils.sha256Hex(sentence)));
        }
    }
}
