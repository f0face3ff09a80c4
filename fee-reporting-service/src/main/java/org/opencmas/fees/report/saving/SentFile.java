package org.opencmas.fees.report.saving;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.fees.upload.CheckedReportFile;
import org.opencmas.problem.body.PayloadTooLarge;

/**
 * A file that was sent, on disk while its request is answered: it is read more than once. Closing it removes it.
 *
 * @param sha256 of its bytes, hexadecimal
 */
record SentFile(Path path, String sha256) implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** @throws PayloadTooLarge (413) above {@link CheckedReportFile#MOST_BYTES} */
    static SentFile of(InputStream bytes) throws IOException {
        Path path = Files.createTempFile("cmas-report-", ".part");
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (OutputStream to = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            byte[] buffer = new byte[BUFFER];
            long count = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                count += read;
                if (count > CheckedReportFile.MOST_BYTES) {
                    throw new PayloadTooLarge(CheckedReportFile.MOST_BYTES);
                }
                to.write(buffer, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new SentFile(path, Hex.encodeHexString(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
