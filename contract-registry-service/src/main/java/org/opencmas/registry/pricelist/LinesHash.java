package org.opencmas.registry.pricelist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.row.PriceLine;

/**
 * The hash by which a consumer knows that it holds a whole list, unchanged: SHA-256 over the lines in their order, each
 * its nine values as in the event, empty when absent, joined by U+001F and ended by U+000A, in UTF-8.
 */
final class LinesHash {
    private static final char SEPARATOR = '\u001F';

    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final StringBuilder line = new StringBuilder();

    void add(PriceLine priced) {
        line.setLength(0);
        line.append(priced.itemId())
                .append(SEPARATOR)
                .append(priced.description())
                .append(SEPARATOR)
                .append(priced.unit())
                .append(SEPARATOR)
                .append(priced.price());
        value(priced.basePrice());
        value(priced.sin());
        value(priced.kind());
        value(priced.laborEducation());
        value(priced.laborYears());
        digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private void value(@Nullable Object value) {
        line.append(SEPARATOR);
        if (value != null) {
            line.append(value);
        }
    }

    /** Lower-case hex; to be asked once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
