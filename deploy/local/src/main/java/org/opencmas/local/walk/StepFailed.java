package org.opencmas.local.walk;

/** Something that must hold in a step and does not. */
final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepFailed(String what) {
        super(what);
    }
}
