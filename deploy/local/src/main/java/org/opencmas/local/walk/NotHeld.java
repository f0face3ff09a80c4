package org.opencmas.local.walk;

/** Something that must hold in a step and does not. */
final class NotHeld extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotHeld(String what) {
        super(what);
    }
}
