package org.opencmas.compliance.rule.outcome;

/** A line of a document that findings name. */
public interface NamedLine {
    /** The agency's own id of the line. */
    String lineId();
}
