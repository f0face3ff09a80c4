package org.opencmas.longwork;

/** Tells work that it has to leave off, since the service stops; another instance or the next start goes on with it. */
@FunctionalInterface
public interface Stopping {
    boolean isAsked();
}
