package org.opencmas.order.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The entries of a file in one zip, with a manifest as JSON, and as the lines that {@code sha256sum -c} reads. */
final class ZippedFile {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ZippedFile() {}

    static byte[] of(Map<String, byte[]> entries, PurchaseOrder order) {
        List<Map<String, Object>> listed = new ArrayList<>();
        StringBuilder sums = new StringBuilder();
        entries.forEach((path, bytes) -> {
            String hash = sha256(bytes);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", path);
            entry.put("bytes", bytes.length);
            entry.put("sha256", hash);
            listed.add(entry);
            sums.append(hash).append("  ").append(path).append('\n');
        });
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("orderId", order.orderId());
        manifest.put("orderVersion", order.version());
        manifest.put("entries", listed);
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            put(zip, "manifest.json", OrderJson.write(manifest).getBytes(StandardCharsets.UTF_8));
            put(zip, "manifest.sha256", sums.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
