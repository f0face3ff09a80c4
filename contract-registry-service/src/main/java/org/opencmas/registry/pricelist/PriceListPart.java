package org.opencmas.registry.pricelist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.row.PriceLine;

/**
 * The payload of one {@code price-list.part.v1}, written line by line. A part has at most 500 lines, fewer when their
 * texts are long, so that it stays well under what a broker takes.
 */
final class PriceListPart {
    /** Most lines of a part, inclusive. */
    static final int MAX_LINES = 500;

    private static final int MAX_CHARACTERS = 200_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;
    private int lines;

    PriceListPart(PriceListDraft list, int part) {
        try {
            json = JSON.createGenerator(text);
            json.writeStartObject();
            json.writeStringField("cmasNumber", list.cmasNumber());
            json.writeStringField("priceListId", list.id().toString());
            json.writeNumberField("supplementNumber", list.supplementNumber());
            json.writeNumberField("part", part);
            json.writeArrayFieldStart("lines");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(PriceLine line) {
        try {
            json.writeStartObject();
            json.writeStringField("itemId", line.itemId());
            json.writeStringField("description", line.description());
            json.writeStringField("unit", line.unit());
            json.writeStringField("price", line.price());
            optional("basePrice", line.basePrice());
            optional("sin", line.sin());
            optional("kind", line.kind());
            optional("laborEducation", line.laborEducation());
            if (line.laborYears() != null) {
                json.writeNumberField("laborYears", line.laborYears());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines++;
    }

    private void optional(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    boolean isEmpty() {
        return lines == 0;
    }

    boolean isFull() {
        return lines >= MAX_LINES || text.getBuffer().length() > MAX_CHARACTERS;
    }

    /** Ends the part. */
    String payload() {
        try {
            json.writeEndArray();
            json.writeEndObject();
            json.close();
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
