package org.opencmas.http.server;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps what a caller makes up out of the labels of metrics, since each new value of a label is a new row for ever: methods
 * that do not exist, and paths of requests that were refused before any operation was found for them.
 */
@Singleton
class MetricLabels implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final Set<String> WITHOUT_OPERATION = Set.of("405", "414", "431");
    private static final String KNOWN_PATH = "(/[A-Za-z][A-Za-z0-9_-]*|/\\{[^/]*})+";

    MetricLabels() {}

    @Produces
    @Singleton
    static MeterFilter filter() {
        return new MetricLabels();
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().equals(REQUESTS) ? id.replaceTags(tags(id)) : id;
    }

    private static List<Tag> tags(Meter.Id id) {
        String status = String.valueOf(id.getTag("status"));
        return id.getTags().stream()
                .map(tag -> switch (tag.getKey()) {
                    case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", "OTHER");
                    case "uri" -> isOfOperation(tag.getValue(), status) ? tag : Tag.of("uri", "UNKNOWN");
                    default -> tag;
                })
                .toList();
    }

    private static boolean isOfOperation(String path, String status) {
        return !WITHOUT_OPERATION.contains(status) && (!status.equals("400") || path.matches(KNOWN_PATH));
    }
}
