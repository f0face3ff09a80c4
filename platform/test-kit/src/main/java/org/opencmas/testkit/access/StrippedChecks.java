package org.opencmas.testkit.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the application's own checks of whose rows a caller may see away, one at a time, as a mistake in its code would: the place
 * that asks about the caller is told what it wants to hear. What the database knows of the caller stays true. Used by the
 * {@code StrippedCaller} of each service's tests, and by {@link AccessMatrix#runStripped}.
 */
public final class StrippedChecks {
    /** Where the application looks at the caller for the database; and where the caller answers itself from another answer. */
    private static final Set<String> TOLD_THE_TRUTH = Set.of("TenantOfRequest", "Caller", "StrippedCaller");

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final Set<String> HEARD = new ConcurrentSkipListSet<>();

    private static volatile Lie lie = new Lie(place -> false, null, null);

    private record Lie(
            Predicate<String> where,
            @Nullable UUID agency,
            @Nullable UUID contractor) {}

    private StrippedChecks() {}

    /** Answers the question whether the caller sees all, or has a role. */
    public static boolean yesOr(boolean truth) {
        String place = place();
        return truth || place != null && lie.where.test(place);
    }

    public static Optional<UUID> agencyOr(Optional<UUID> truth) {
        String place = place();
        return place != null && lie.where.test(place) ? Optional.ofNullable(lie.agency) : truth;
    }

    public static Optional<UUID> contractorOr(Optional<UUID> truth) {
        String place = place();
        return place != null && lie.where.test(place) ? Optional.ofNullable(lie.contractor) : truth;
    }

    /** Where the caller was asked about since this was called last. */
    static Set<String> heard() {
        Set<String> places = Set.copyOf(HEARD);
        HEARD.clear();
        return places;
    }

    /**
     * From now on the caller seems to see all, to have every role, and to act for these two, wherever that holds.
     *
     * @param agency whose rows are wanted; null for none
     */
    static void lieWhere(Predicate<String> place, @Nullable UUID agency, @Nullable UUID contractor) {
        lie = new Lie(place, agency, contractor);
    }

    static void tellTheTruth() {
        lieWhere(place -> false, null, null);
    }

    /** The line of the application that asks; null where it has to be told the truth. */
    private static @Nullable String place() {
        StackWalker.StackFrame asking = STACK.walk(frames -> frames.skip(1)
                .dropWhile(frame -> frame.getClassName().equals(StrippedChecks.class.getName())
                        || isStrippedCaller(frame.getClassName()))
                .dropWhile(frame -> isBetween(frame.getClassName()))
                .findFirst()
                .orElseThrow());
        String type = asking.getClassName().substring(asking.getClassName().lastIndexOf('.') + 1);
        if (TOLD_THE_TRUTH.contains(type)) {
            return null;
        }
        String place = type + "." + asking.getMethodName() + ":" + asking.getLineNumber();
        HEARD.add(place);
        return place;
    }

    private static boolean isStrippedCaller(String type) {
        return type.endsWith(".StrippedCaller");
    }

    /** Proxies of the framework, and the library's own methods that were handed a question. */
    private static boolean isBetween(String type) {
        return type.contains("_ClientProxy") || type.contains("_Subclass") || type.startsWith("java.");
    }
}
