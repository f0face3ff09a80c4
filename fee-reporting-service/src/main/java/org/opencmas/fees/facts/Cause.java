package org.opencmas.fees.facts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What made an order worth what it is: the order itself, an amendment of it, its rejection by the contractor, or its end. In the
 * order in which they happen to one version.
 */
@Schema(name = "PostingCause")
public enum Cause {
    ORIGINAL,
    AMENDMENT,
    /** The contractor sent the version back: the order counts for nothing until an amendment is issued in its place. */
    REJECTION,
    TERMINATION
}
