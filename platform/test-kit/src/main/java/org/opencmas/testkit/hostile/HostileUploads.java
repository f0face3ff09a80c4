package org.opencmas.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.fault.HeldMemory;

/**
 * Sends hostile files to one upload of the running service, which is in this process: each is answered as a refusal, and after all of them less
 * than 64 MB more is held, no file is left, and nobody was called from here. What a refusal costs is counted where the files are read, since
 * other work of the service goes on meanwhile.
 */
public final class HostileUploads {
    private static final long MOST_HELD = 64L << 20;

    private final Upload upload;
    private final Predicate<HostileFile> sent;
    private final IntPredicate fine;

    private HostileUploads(Upload upload, Predicate<HostileFile> sent, IntPredicate fine) {
        this.upload = upload;
        this.sent = sent;
        this.fine = fine;
    }

    /** Sends one file. */
    @FunctionalInterface
    public interface Upload {
        /** @return the status of the answer */
        int send(HostileFile file);
    }

    /** An upload that has to refuse each file; not for want of patience (429). */
    public static HostileUploads to(Upload upload) {
        return new HostileUploads(upload, file -> true, status -> status >= 400 && status < 500 && status != 429);
    }

    /** Only those of the files that this upload takes the kind of. */
    public HostileUploads only(Predicate<HostileFile> which) {
        return new HostileUploads(upload, which, fine);
    }

    /** Where a file may also be taken down as it is, since nothing of it is believed at that time. */
    public HostileUploads orTakenDown(int status) {
        return new HostileUploads(upload, sent, fine.or(answered -> answered == status));
    }

    /**
     * Sends a fair share of the files, and all that unpack to much, hold entities or a million of something.
     *
     * @param every one of so many files is sent
     */
    public void run(HostileTable table, int every) {
        List<HostileFile> files =
                share(HostileFiles.of(table).stream().filter(sent).toList(), every);
        assertThat(files).hasSizeGreaterThan(20);
        Set<Path> filesBefore = temporaryFiles();
        long heldBefore = HeldMemory.now();
        try (OutgoingCalls outgoing = OutgoingCalls.watch()) {
            List<String> wrong = new ArrayList<>();
            for (HostileFile file : files) {
                int status = upload.send(file);
                if (!fine.test(status)) {
                    wrong.add(file + " is answered " + status);
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(outgoing.toElsewhere())
                    .as("calls to where the files point")
                    .isEmpty();
        }
        assertThat(HeldMemory.now() - heldBefore)
                .as("bytes held more than before")
                .isLessThan(MOST_HELD);
        // What another process has open at the moment goes by itself.
        Set<Path> left = temporaryFiles();
        left.removeAll(filesBefore);
        Eventually.within(
                Eventually.PATIENCE, () -> assertThat(left).as("files left").allMatch(Files::notExists));
    }

    private static List<HostileFile> share(List<HostileFile> all, int every) {
        List<HostileFile> share = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).name();
            if (i % every == 0 || name.contains("unpack") || name.contains("entity") || name.contains("million")) {
                share.add(all.get(i));
            }
        }
        return share;
    }

    /** Those of this suite; other programs have theirs beside them. */
    private static Set<Path> temporaryFiles() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("cmas-"))
                    .filter(Files::isRegularFile)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
