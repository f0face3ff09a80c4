package org.opencmas.http.body;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opencmas.http.idempotency.IdempotentRequests;
import org.opencmas.http.idempotency.RequestInFlight;

/**
 * Which idempotency keys this process handles at the moment, so that a request which is sent again meanwhile is answered
 * before its body is taken in. Another process is told by the database, see {@link IdempotentRequests#lock}.
 */
final class KeysInFlight {
    private record CallersKey(String caller, String key) {}

    private final Set<CallersKey> keys = ConcurrentHashMap.newKeySet();

    /**
     * Takes the key until the request is over.
     *
     * @throws RequestInFlight (409) when another request has it
     */
    void take(String caller, String key, HeldByRequest held) {
        var taken = new CallersKey(caller, key);
        if (!keys.add(taken)) {
            throw new RequestInFlight();
        }
        held.add(() -> keys.remove(taken));
    }
}
