package org.opencmas.problem.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

/**
 * Reads JSON bodies strictly; a refusal names every fault of the body. The usual body is bound in one pass;
 * only a body that fails is read a second time, to find its other faults. An empty body reads as null, which the
 * {@code @NotNull} of a resource method refuses.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonBodyReader implements ServerMessageBodyReader<Object> {
    private static final Set<Class<?>> RAW = Set.of(String.class, byte[].class, InputStream.class, Reader.class);

    private final ObjectMapper json;
    private final JsonLimits limits;
    private final BodyFaults faults;
    private final OwnFaults own;
    private final FaultOrder order;

    /** @param clock tells bodies that check themselves what day it is */
    protected JsonBodyReader(ObjectMapper shared, Validator validator, Clock clock) {
        this.json = StrictJson.from(shared);
        this.limits = new JsonLimits(json);
        this.own = new OwnFaults(clock);
        this.faults = new BodyFaults(json, validator, own);
        this.order = new FaultOrder(json);
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return !RAW.contains(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return !RAW.contains(type);
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(genericType, context.getInputStream());
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(genericType, body);
    }

    private @Nullable Object read(Type genericType, InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        return bytes.length == 0 ? null : read(bytes, json.constructType(genericType));
    }

    /**
     * Reads a body that is a part of something larger, a line of a file for instance, as it would be read if it came alone.
     *
     * @throws InvalidRequest (400) that names every fault
     * @throws MalformedJson (400) when it is no JSON
     */
    public <T> T read(byte[] body, Class<T> type) throws IOException {
        Object read = read(body, json.constructType(type));
        if (read == null) {
            throw new InvalidRequest(new Fault("", "must be an object"));
        }
        return type.cast(read);
    }

    /**
     * Everything that is wrong with a body of a request that is refused for something else too; none when it has not even the form of JSON,
     * since of that nothing more can be told.
     */
    public List<Fault> faults(InputStream body, Type genericType) throws IOException {
        try {
            Object read = read(genericType, body);
            return read == null ? List.of(Violations.ABSENT) : faults.ofRead(read);
        } catch (InvalidRequest e) {
            return e.faults();
        } catch (MalformedJson e) {
            return List.of();
        }
    }

    /** What a body that could be read says of itself; nothing when it is no {@link CheckedBody}. */
    public List<Fault> ownFaults(Object body) {
        return own.of(body);
    }

    /** The faults in the order of the body; those of parameters stand before it, as they were found. */
    public List<Fault> inOrder(List<Fault> faults, Type genericType) {
        return faults.size() < 2 ? faults : order.sorted(faults, json.constructType(genericType));
    }

    private @Nullable Object read(byte[] bytes, JavaType type) throws IOException {
        checkLimits(bytes, type);
        try {
            return json.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw new InvalidRequest(faults.of(tree(bytes), type));
        }
    }

    private void checkLimits(byte[] bytes, JavaType type) {
        try {
            limits.check(bytes, type);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private JsonNode tree(byte[] bytes) {
        try {
            return json.readTree(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The whole body has arrived, so a failure to read it is a fault of the body, even when its bytes are no text. */
    private static MalformedJson malformed(IOException e) {
        JsonLocation at = e instanceof JsonProcessingException json ? json.getLocation() : null;
        return new MalformedJson(
                e instanceof JsonProcessingException json ? reason(json) : "the bytes are no text in UTF-8",
                at == null ? 1 : Math.max(1, at.getLineNr()),
                at == null ? 1 : Math.max(1, at.getColumnNr()));
    }

    /** The parser's own words without its notes on where they came from. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "nested deeper than " + StrictJson.MAX_DEPTH + ", a number longer than "
                    + StrictJson.MAX_NUMBER_LENGTH + " characters, or a name longer than "
                    + StrictJson.MAX_NAME_LENGTH;
        }
        String said = String.valueOf(e.getOriginalMessage());
        for (String note : new String[] {"\n", " (for ", " (start marker", " at [Source", "; expected", " (through"}) {
            int at = said.indexOf(note);
            said = at < 0 ? said : said.substring(0, at);
        }
        return said.contains("com.fasterxml") ? "it cannot be read" : said;
    }
}
