package org.opencmas.registry.pricelist;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY, gathered in one growing buffer that is used again. */
final class CopyText {
    private static final int INITIAL = 1 << 20;

    private byte[] bytes = new byte[INITIAL];
    private int length;

    /** Adds a value; null is SQL's null. Values hold no line breaks or tabs, so that only backslashes are escaped. */
    CopyText value(@Nullable Object value) {
        if (value == null) {
            raw("\\N");
        } else {
            String text = value.toString();
            raw(text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\"));
        }
        return single('\t');
    }

    /** Ends the row: the separator after its last value becomes the line break. */
    void endRow() {
        bytes[length - 1] = '\n';
    }

    private CopyText single(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
        return this;
    }

    private void raw(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }
}
