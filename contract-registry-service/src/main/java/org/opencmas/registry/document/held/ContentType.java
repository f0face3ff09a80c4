package org.opencmas.registry.document.held;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What bytes are, by their beginning; what the sender calls them does not count. Everything else is not taken. */
public enum ContentType {
    PDF("application/pdf", "pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    TIFF("image/tiff", "tif"),
    TEXT("text/plain; charset=utf-8", "txt");

    /** So many bytes are looked at, at most. */
    static final int LOOKED_AT = 8192;

    private static final int CHARACTERS_BELOW_BLANK = 0x20;

    private final String mediaType;
    private final String extension;

    ContentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** @param stored as {@link #mediaType()} gave it once */
    public static String extensionOf(String stored) {
        for (ContentType type : values()) {
            if (type.mediaType.equals(stored)) {
                return type.extension;
            }
        }
        return "bin";
    }

    /** @param beginning the first bytes, up to {@link #LOOKED_AT} */
    static Optional<ContentType> of(byte[] beginning) {
        if (starts(beginning, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (starts(beginning, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (starts(beginning, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(beginning, 'I', 'I', 0x2A, 0) || starts(beginning, 'M', 'M', 0, 0x2A)) {
            return Optional.of(TIFF);
        }
        if (starts(beginning, 'P', 'K', 3, 4)) {
            return office(new String(beginning, StandardCharsets.ISO_8859_1));
        }
        return isText(beginning) ? Optional.of(TEXT) : Optional.empty();
    }

    /** A ZIP file whose first entries are those of an Office document. */
    private static Optional<ContentType> office(String beginning) {
        if (beginning.contains("word/")) {
            return Optional.of(WORD);
        }
        return beginning.contains("xl/") ? Optional.of(EXCEL) : Optional.empty();
    }

    private static boolean isText(byte[] beginning) {
        CharBuffer text = CharBuffer.allocate(beginning.length);
        var decoded = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(beginning), text, beginning.length < LOOKED_AT);
        return beginning.length > 0
                && !decoded.isError()
                && text.flip()
                        .chars()
                        .noneMatch(each -> each < CHARACTERS_BELOW_BLANK
                                && each != '\n'
                                && each != '\r'
                                && each != '\t'
                                && each != '\f');
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
