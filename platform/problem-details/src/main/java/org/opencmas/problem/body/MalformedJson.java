package org.opencmas.problem.body;

import java.util.Map;
import org.opencmas.problem.Refusal;

/** The body is not JSON, or JSON that nobody should send: a name twice in one object, nesting without end. */
final class MalformedJson extends Refusal {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * @param line line of the first fault, counted from 1
     * @param column column of the first fault, counted from 1
     */
    MalformedJson(String reason, int line, int column) {
        super("The body is not JSON: line " + line + ", column " + column + ": " + reason + ".");
        this.line = line;
        this.column = column;
    }

    @Override
    public String slug() {
        return "malformed-json";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("line", line, "column", column);
    }
}
