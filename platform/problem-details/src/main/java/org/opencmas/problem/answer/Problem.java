package org.opencmas.problem.answer;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.Refusal;

/**
 * Problem details as of RFC 9457.
 *
 * @param type {@code /problems/<slug>}, stable
 * @param title the slug in words
 * @param status the HTTP status
 * @param detail what happened this time, for a person
 * @param instance the request in question, {@code urn:cmas:request:<request id>}
 * @param errors every fault found
 * @param members further members of this type of problem
 * @param headers response headers that go with it, not part of the document
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<FaultView> errors,
        @JsonAnyGetter Map<String, Object> members,
        @JsonIgnore Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A member of its own with one of these names would stand twice in the document, and a reader takes either. */
    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance", "errors");

    /** A fault in the answer: {@code pointer} into the body, or the name of a {@code parameter} or header. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FaultView(
            @Nullable String pointer,
            @Nullable String parameter,
            String detail,
            @Nullable String remedy) {
        /** A detail may repeat what was sent, which may be a megabyte. */
        private static final int LONGEST_DETAIL = 600;

        public static FaultView of(Fault fault) {
            boolean inBody = fault.pointer().isEmpty() || fault.pointer().startsWith("/");
            return new FaultView(
                    inBody ? fault.pointer() : null,
                    inBody ? null : fault.pointer(),
                    shortened(fault.detail()),
                    fault.remedy() == null ? null : shortened(fault.remedy()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= FaultView.LONGEST_DETAIL ? text : text.substring(0, FaultView.LONGEST_DETAIL) + " ...";
    }

    public static Problem of(Refusal refusal) {
        return of(refusal, refusal.faults());
    }

    /** @param faults those of the refusal, in the order in which they are to be told */
    static Problem of(Refusal refusal, List<Fault> faults) {
        Map<String, String> headers = new TreeMap<>();
        refusal.retryAfter().ifPresent(wait -> headers.put("Retry-After", wholeSeconds(wait)));
        return new Problem(
                "/problems/" + refusal.slug(),
                title(refusal.slug()),
                refusal.status(),
                refusal.detail(),
                request(),
                faults.stream().map(FaultView::of).toList(),
                ownMembers(refusal),
                headers);
    }

    private static Map<String, Object> ownMembers(Refusal refusal) {
        Map<String, Object> members = new TreeMap<>(refusal.members());
        members.keySet().removeAll(STANDARD);
        return members;
    }

    public static Problem of(String slug, int status, String detail) {
        return new Problem("/problems/" + slug, title(slug), status, detail, request(), List.of(), Map.of(), Map.of());
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Problem(type, title, status, detail, instance, errors, members, more);
    }

    Problem withMember(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(members);
        more.put(name, value);
        return new Problem(type, title, status, detail, instance, errors, more, headers);
    }

    /** The id under which the request filter of http-conventions logs this request. */
    static @Nullable String requestId() {
        Object id = MDC.get("requestId");
        return id == null ? null : id.toString();
    }

    private static @Nullable String request() {
        String id = requestId();
        return id == null ? null : "urn:cmas:request:" + id;
    }

    private static String title(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }

    private static String wholeSeconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
