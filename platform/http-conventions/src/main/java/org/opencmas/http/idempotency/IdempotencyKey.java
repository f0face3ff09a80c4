package org.opencmas.http.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;

/**
 * The {@code Idempotency-Key} of the request being handled and the hash by which the same request is known again. For
 * operations that keep their answers themselves; all others are {@link Idempotent}.
 */
@RequestScoped
public class IdempotencyKey {
    /** Request header. */
    public static final String HEADER = "Idempotency-Key";

    /** 1 to 200 printable ASCII characters, inclusive. */
    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E]{1,200}");

    private @Nullable String raw;
    private String method = "";
    private String pathAndQuery = "";
    private DigestedBody body = new DigestedBody(new ByteArrayInputStream(new byte[0]));
    private byte @Nullable [] hash;

    public void sentWith(String method, String pathAndQuery, @Nullable String raw, @Nullable DigestedBody body) {
        this.method = method;
        this.pathAndQuery = pathAndQuery;
        this.raw = raw;
        if (body != null) {
            this.body = body;
        }
    }

    /**
     * The key.
     *
     * @throws InvalidRequest (400) when the header is missing, blank, longer than 200 characters or not printable ASCII
     */
    public String value() {
        fault(raw).ifPresent(fault -> {
            throw new InvalidRequest(fault);
        });
        return Objects.requireNonNull(raw);
    }

    private static Optional<Fault> fault(@Nullable String raw) {
        if (raw == null) {
            return Optional.of(new Fault(
                    HEADER,
                    "is missing",
                    "Send a key of your own for each new request, and the same key when you send a request again."));
        }
        return raw.isBlank() || !FORM.matcher(raw).matches()
                ? Optional.of(new Fault(HEADER, "must have 1 to 200 printable ASCII characters"))
                : Optional.empty();
    }

    /** Lets a missing key be named together with everything else that is wrong with a request. */
    public static final class Check implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            fault(sent.header(HEADER)).ifPresent(fields::fault);
        }
    }

    /**
     * SHA-256 over the method, the path with its query, and every byte of the body. A streamed body is not held in
     * memory: it is hashed while it is read, and what its reader left over is read here and dropped. So ask for the
     * hash of a streamed body after having read what is wanted of it.
     */
    public byte[] requestHash() {
        if (hash == null) {
            hash = computed();
        }
        return hash.clone();
    }

    private byte[] computed() {
        try {
            MessageDigest whole = DigestUtils.getSha256Digest();
            whole.update((method + '\n' + pathAndQuery + '\n').getBytes(StandardCharsets.UTF_8));
            return whole.digest(body.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
