package org.opencmas.fees.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Tells two contents apart: SHA-256 over their JSON. A report's version and receipt number are taken from it, so whatever changes in a
 * report changes its ETag, and a receipt number can be checked against the statement it was given for.
 */
record Fingerprint(String sha256) {
    private static final int RECEIPT_DIGITS = 12;

    static Fingerprint of(ObjectMapper json, Object content) {
        try {
            return ofText(json.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    static Fingerprint ofText(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** For the ETag: the first 63 bits, as a number that is not negative. */
    long version() {
        return ByteBuffer.wrap(HexFormat.of().parseHex(sha256)).getLong() & Long.MAX_VALUE;
    }

    /** For the receipt number: the first twelve digits, upper case. */
    String receiptDigits() {
        return sha256.substring(0, RECEIPT_DIGITS).toUpperCase(Locale.ROOT);
    }
}
