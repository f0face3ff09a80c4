package org.opencmas.order.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From which state an act may start and where it leads. What is not in the table is refused.
 *
 * @param <S> the states
 * @param <A> the acts
 */
public final class TransitionTable<S extends Enum<S>, A extends Enum<A>> {
    private final Class<A> acts;
    private final Map<A, Map<S, S>> table;

    public TransitionTable(Class<A> acts, Map<A, Map<S, S>> table) {
        this.acts = acts;
        this.table = Map.copyOf(table);
    }

    /** Where the act leads from the state; empty when it is not allowed there. */
    public Optional<S> next(S from, A act) {
        return Optional.ofNullable(table.getOrDefault(act, Map.of()).get(from));
    }

    /** The acts allowed in the state, in the order of their declaration. */
    public List<A> allowedIn(S from) {
        return List.of(acts.getEnumConstants()).stream()
                .filter(act -> next(from, act).isPresent())
                .toList();
    }

    /** The first act on the shortest way from the state to one that allows the act; empty when no way leads there. */
    public Optional<A> firstTowards(S from, A wanted) {
        Map<S, A> firstActs = new EnumMap<>(from.getDeclaringClass());
        Deque<S> reached = new ArrayDeque<>(List.of(from));
        while (!reached.isEmpty()) {
            S state = reached.remove();
            if (next(state, wanted).isPresent()) {
                return Optional.ofNullable(firstActs.get(state));
            }
            for (A act : allowedIn(state)) {
                S then = next(state, act).orElseThrow();
                if (then != from && !firstActs.containsKey(then)) {
                    firstActs.put(then, firstActs.getOrDefault(state, act));
                    reached.add(then);
                }
            }
        }
        return Optional.empty();
    }
}
