package org.opencmas.problem.value;

/** JSON pointers (RFC 6901). */
public final class Pointers {
    private Pointers() {}

    public static String child(String parent, String name) {
        return parent + '/' + escaped(name);
    }

    public static String child(String parent, int index) {
        return parent + '/' + index;
    }

    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The name that a step of a pointer stands for; the reverse of {@link #escaped}. */
    public static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
