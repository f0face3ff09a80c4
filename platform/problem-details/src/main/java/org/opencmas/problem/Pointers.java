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
}
