package org.opencmas.fees.facts;

/** What made an order worth what it is: the order itself, an amendment of it, or its end. In the order in which they happen. */
public enum Cause {
    ORIGINAL,
    AMENDMENT,
    TERMINATION
}
