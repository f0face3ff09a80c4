package org.opencmas.http.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What names of the API mean, from each {@code openapi/descriptions.properties} on the class path: {@code contractorId} wherever it
 * stands, {@code NewAgreement.contractorId} in one schema, {@code listOrders.state} at one operation, {@code listOrders} the operation
 * or schema itself.
 */
record Descriptions(Map<String, String> texts) {
    private static final String FILE = "openapi/descriptions.properties";

    /** @throws IllegalStateException when two files say different things of one name */
    static Descriptions ofClassPath() {
        Map<String, String> texts = new HashMap<>();
        try {
            List<URL> files = Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(FILE));
            for (URL file : files) {
                read(file).forEach((name, text) -> {
                    String other = texts.putIfAbsent(name.toString(), text.toString());
                    if (other != null && !other.equals(text)) {
                        throw new IllegalStateException(name + " is described twice, the second time in " + file);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Descriptions(texts);
    }

    private static Properties read(URL file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @Nullable
    String find(@Nullable String name) {
        return texts.get(name);
    }

    /** What is said of the name at this owner, else what is said of it everywhere. */
    @Nullable
    String find(@Nullable String owner, @Nullable String name) {
        return texts.getOrDefault(owner + "." + name, texts.get(name));
    }
}
