package org.opencmas.problem;

import java.util.List;
import java.util.Map;

/** The request is well formed, and a rule of the programme or of the business forbids it. */
public class RefusedByRule extends Refusal {
    private static final long serialVersionUID = 1;

    private final String slug;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members;

    /**
     * @param slug names this kind of refusal ("price-list-rows-refused"); part of the public API
     * @param faults the places in the request the rule is about, may be empty
     * @param members what the client may act on, such as findings
     */
    public RefusedByRule(String slug, String detail, List<Fault> faults, Map<String, Object> members) {
        super(detail);
        this.slug = slug;
        this.faults = List.copyOf(faults);
        this.members = Map.copyOf(members);
    }

    public RefusedByRule(String slug, String detail, Map<String, Object> members) {
        this(slug, detail, List.of(), members);
    }

    public RefusedByRule(String slug, String detail) {
        this(slug, detail, List.of(), Map.of());
    }

    @Override
    public final String slug() {
        return slug;
    }

    @Override
    public final int status() {
        return 422;
    }

    @Override
    public final List<Fault> faults() {
        return faults;
    }

    @Override
    public final Map<String, Object> members() {
        return members;
    }
}
