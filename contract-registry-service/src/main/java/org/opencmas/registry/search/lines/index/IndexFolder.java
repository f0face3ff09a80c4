package org.opencmas.registry.search.lines.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where this instance keeps its index: {@code cmas.search.directory}, beneath which each instance on the machine takes a folder that no
 * other one uses; {@code memory} keeps it in the heap, for tests.
 */
@ApplicationScoped
public class IndexFolder {
    private static final String IN_MEMORY = "memory";
    private static final int MOST_INSTANCES = 64;

    private final String configured;

    IndexFolder(@ConfigProperty(name = "cmas.search.directory") String configured) {
        this.configured = configured;
    }

    /** Makes an index of a folder. */
    public interface Opening {
        LineIndex open(Directory folder) throws IOException;
    }

    public LineIndex open(Opening opening) throws IOException {
        if (configured.equals(IN_MEMORY)) {
            return opening.open(new ByteBuffersDirectory());
        }
        Path parent = Path.of(configured);
        for (int instance = 1; instance <= MOST_INSTANCES; instance++) {
            try {
                return opening.open(FSDirectory.open(parent.resolve(Integer.toString(instance))));
            } catch (LockObtainFailedException e) {
                // Another instance's.
                continue;
            }
        }
        throw new IOException("every folder below " + parent + " is used by another instance");
    }
}
