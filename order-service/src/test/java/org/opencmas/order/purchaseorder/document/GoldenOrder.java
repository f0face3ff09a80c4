package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An order as the service stored and published it once, kept in {@code src/test/resources/golden}: one folder for each past shape, never
 * changed or deleted, for what was stored is read for ever.
 */
public record GoldenOrder(String name, JsonNode rows) {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Stream<GoldenOrder> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<GoldenOrder> orders = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenOrder::read)
                    .toList();
            return orders.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenOrder read(Path file) {
        try {
            return new GoldenOrder(FOLDER.relativize(file).toString(), JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID orderId() {
        return UUID.fromString(rows.at("/order/orderId").asText());
    }

    public UUID agencyId() {
        return UUID.fromString(rows.at("/order/agencyId").asText());
    }

    public Stream<JsonNode> versions() {
        return StreamSupport.stream(rows.get("versions").spliterator(), false);
    }

    public Stream<JsonNode> acts() {
        return StreamSupport.stream(rows.get("acts").spliterator(), false);
    }

    public Stream<JsonNode> events() {
        return StreamSupport.stream(rows.get("events").spliterator(), false);
    }

    @Override
    public String toString() {
        return name;
    }
}
