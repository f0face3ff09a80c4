package org.opencmas.problem;

import java.util.Map;

/** The request contradicts what is stored: a name already taken, a state that does not allow the action. */
public class Conflict extends Refusal {
    private static final long serialVersionUID = 1;

    private final String slug;
    private final transient Map<String, Object> members;

    /** @param slug names this kind of conflict ("order-number-taken"); part of the public API */
    public Conflict(String slug, String detail, Map<String, Object> members) {
        super(detail);
        this.slug = slug;
        this.members = Map.copyOf(members);
    }

    public Conflict(String slug, String detail) {
        this(slug, detail, Map.of());
    }

    @Override
    public final String slug() {
        return slug;
    }

    @Override
    public final int status() {
        return 409;
    }

    @Override
    public final Map<String, Object> members() {
        return members;
    }
}
