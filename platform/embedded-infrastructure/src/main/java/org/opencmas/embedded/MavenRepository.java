package org.opencmas.embedded;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.tukaani.xz.XZInputStream;

/** The local Maven repository that the artifacts of this build lie in. */
public final class MavenRepository {
    private MavenRepository() {}

    /**
     * Returns the folder: the system property {@code maven.repo.local} when set, else the repository that this
     * program's own libraries were loaded from, else {@code ~/.m2/repository}.
     */
    public static Path folder() {
        String configured = System.getProperty("maven.repo.local", "");
        if (!configured.isBlank()) {
            return Path.of(configured);
        }
        Path loadedFrom = repositoryOf(XZInputStream.class);
        return Files.isDirectory(loadedFrom.resolve("org/tukaani/xz"))
                ? loadedFrom
                : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }

    /** Returns the path of an artifact's file, which need not exist. */
    public static Path artifact(String group, String artifact, String version, String extension) {
        return folder().resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + "." + extension);
    }

    /** Counts up from {@code <repository>/org/tukaani/xz/<version>/xz-<version>.jar}. */
    private static Path repositoryOf(Class<?> library) {
        CodeSource source = library.getProtectionDomain().getCodeSource();
        Path folder = source == null || source.getLocation() == null
                ? Path.of("/")
                : Path.of(URI.create(source.getLocation().toString())).toAbsolutePath();
        for (int level = 0; level < 5 && folder.getParent() != null; level++) {
            folder = folder.getParent();
        }
        return folder;
    }
}
