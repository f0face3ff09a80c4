package org.opencmas.problem;

/** JSON pointers (RFC 6901). */
final class Pointers {
    private Pointers() {}

    static String child(String parent, String name) {
        return parent + '/' + escaped(name);
    }

    static String child(String parent, int index) {
        return parent + '/' + index;
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Whether a place is the other one, within it, or around it. */
    static boolean overlap(String one, String other) {
        return one.equals(other) || one.startsWith(other + '/') || other.startsWith(one + '/');
    }
}
