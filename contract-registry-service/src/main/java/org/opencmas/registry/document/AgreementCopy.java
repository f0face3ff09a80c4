package org.opencmas.registry.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.document.held.AgreementDocument;
import org.opencmas.registry.document.held.ContentStore;
import org.opencmas.registry.document.held.DocumentPart;
import org.opencmas.registry.document.held.StoredContent;

/**
 * The whole copy of an agreement at one moment: what it consists of, and one ZIP file of it. The manifest lists every document with its
 * hash or link and says nothing of the moment, so that one copy has one manifest and one hash.
 */
final class AgreementCopy {
    private final Manifest manifest;
    private final byte[] manifestBytes;
    private final List<HeldFile> files;
    private final CopyCompleteness completeness;

    private AgreementCopy(
            Manifest manifest, byte[] manifestBytes, List<HeldFile> files, CopyCompleteness completeness) {
        this.manifest = manifest;
        this.manifestBytes = manifestBytes;
        this.files = files;
        this.completeness = completeness;
    }

    /** What a copy consists of: {@code manifest.json} of the ZIP file. */
    record Manifest(
            String cmasNumber,
            int supplementInForce,
            List<Integer> supplements,
            boolean complete,
            List<String> missingParts,
            List<Entry> documents) {}

    /** One document of the manifest. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            DocumentPart part,
            int supplementNumber,
            String title,
            @Nullable String file,
            @Nullable String sha256,
            @Nullable Long byteCount,
            @Nullable String link,
            @Nullable LocalDate retrievedOn) {}

    private record HeldFile(String name, UUID contentId) {}

    static AgreementCopy of(
            String cmasNumber,
            int supplementInForce,
            List<Integer> supplements,
            List<AgreementDocument> documents,
            ObjectMapper json) {
        CopyCompleteness completeness = CopyCompleteness.of(
                documents.stream()
                        .map(each ->
                                new CopyCompleteness.Fact(each.part(), each.supplementNumber(), each.content() != null))
                        .toList(),
                supplements);
        List<Entry> entries = new ArrayList<>();
        List<HeldFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (AgreementDocument document : documents) {
            StoredContent held = document.content();
            entries.add(new Entry(
                    document.part(),
                    document.supplementNumber(),
                    document.title(),
                    held == null ? null : document.fileName(),
                    held == null ? null : held.sha256(),
                    held == null ? null : held.byteCount(),
                    document.link(),
                    document.retrievedOn()));
            if (held != null && names.add(document.fileName())) {
                files.add(new HeldFile(document.fileName(), held.contentId()));
            }
        }
        var manifest = new Manifest(
                cmasNumber, supplementInForce, supplements, completeness.complete(), completeness.missing(), entries);
        return new AgreementCopy(manifest, bytes(manifest, json), List.copyOf(files), completeness);
    }

    private static byte[] bytes(Manifest manifest, ObjectMapper json) {
        try {
            return (json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the manifest could not be written", e);
        }
    }

    CopyCompleteness completeness() {
        return completeness;
    }

    int supplementInForce() {
        return manifest.supplementInForce();
    }

    /** SHA-256 over the bytes of {@code manifest.json}, in lower-case hex. */
    String manifestSha256() {
        return DigestUtils.sha256Hex(manifestBytes);
    }

    /** Writes the ZIP file, one piece of one document at a time. */
    void writeTo(OutputStream out, ContentStore contents) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifestBytes);
            zip.closeEntry();
            for (HeldFile file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                contents.writeTo(zip, file.contentId());
                zip.closeEntry();
            }
        }
    }
}
