package org.opencmas.fees.report.filed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells two contents apart: SHA-256 over their JSON. A report's version and receipt number are taken from it, so whatever changes in a
 * report changes its ETag, and a receipt number can be checked against the statement it was given for.
 */
public record Fingerprint(String sha256) {
    private static final int RECEIPT_DIGITS = 12;

    public static Fingerprint of(ObjectMapper json, Object content) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (OutputStream to = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            json.writeValue(to, content);
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    public static Fingerprint ofText(String text) {
        return new Fingerprint(DigestUtils.sha256Hex(text));
    }

    /** For the ETag: the first 63 bits, as a number that is not negative. */
    public long version() {
        return ByteBuffer.wrap(HexFormat.of().parseHex(sha256)).getLong() & Long.MAX_VALUE;
    }

    /** For the receipt number: the first twelve digits, upper case. */
    public String receiptDigits() {
        return sha256.substring(0, RECEIPT_DIGITS).toUpperCase(Locale.ROOT);
    }
}
