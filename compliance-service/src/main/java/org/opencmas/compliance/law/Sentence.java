package org.opencmas.compliance.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a source text.
 *
 * @param source id of the text
 * @param section such as "Section 10"; empty where the text has none
 * @param page as printed; 0 where the text has none
 * @param heading above the sentence; empty where there is none
 * @param ordinal counts the sentences under the heading on the page, from 1
 * @param sha256 of its words with single blanks between them, UTF-8
 * @param rows ids of the requirements that it makes; none when it makes none
 * @param reason why it makes none, or none that a machine could check; null when it makes one
 */
public record Sentence(
        String source,
        String section,
        int page,
        String heading,
        int ordinal,
        String sha256,
        List<String> rows,
        @Nullable String reason) {}
