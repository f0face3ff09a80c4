package org.opencmas.journal.receive.parked;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;

/**
 * Tells events that are at fault from a service that is: where events of one type fail for several keys in a row and none takes effect,
 * it is not the events. Of the event loop's thread alone.
 */
final class FailureStreaks {

    /** From so many keys on. */
    private static final int SEVERAL_KEYS = 5;

    private final Map<Type, Streak> streaks = new HashMap<>();

    private record Type(String topic, String name) {

        static Type of(Delivery delivery) {
            return new Type(delivery.topic(), CloudEvents.typeOf(delivery));
        }
    }

    private record Streak(Set<String> keys, String[] lastError) {}

    void failed(Delivery delivery, String error) {
        Streak streak =
                streaks.computeIfAbsent(Type.of(delivery), first -> new Streak(new LinkedHashSet<>(), new String[1]));
        streak.keys.add(delivery.key());
        streak.lastError[0] = error;
    }

    void succeeded(Delivery delivery) {
        if (!streaks.isEmpty()) {
            streaks.remove(Type.of(delivery));
        }
    }

    /** By topic, what fails there for several keys in a row, in words; mostly nothing. */
    Map<String, String> systematic() {
        Map<String, String> topics = new HashMap<>();
        streaks.forEach((type, streak) -> {
            if (streak.keys.size() >= SEVERAL_KEYS) {
                topics.put(
                        type.topic,
                        "%s failed for %d keys in a row, last with: %s"
                                .formatted(type.name, streak.keys.size(), streak.lastError[0]));
            }
        });
        return topics;
    }

    /** The keys of the topic that failed in a row. */
    Set<String> keys(String topic) {
        Set<String> keys = new LinkedHashSet<>();
        streaks.forEach((type, streak) -> {
            if (type.topic.equals(topic)) {
                keys.addAll(streak.keys);
            }
        });
        return keys;
    }
}
