package org.opencmas.testkit.hostile;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Sees which addresses this process asks for while files are read: the JDK asks for a proxy before it opens a connection of its own. */
final class OutgoingCalls extends ProxySelector implements AutoCloseable {
    /** Where the hostile files point; nobody listens there. */
    static final int ELSEWHERE_PORT = 9;

    private final @Nullable ProxySelector usual = ProxySelector.getDefault();
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    private OutgoingCalls() {}

    static OutgoingCalls watch() {
        OutgoingCalls calls = new OutgoingCalls();
        ProxySelector.setDefault(calls);
        return calls;
    }

    /** Those that only the files name. */
    List<URI> toElsewhere() {
        return asked.stream().filter(uri -> uri.getPort() == ELSEWHERE_PORT).toList();
    }

    @Override
    public List<Proxy> select(URI uri) {
        asked.add(uri);
        return usual == null ? List.of(Proxy.NO_PROXY) : usual.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (usual != null) {
            usual.connectFailed(uri, address, failure);
        }
    }

    @Override
    public void close() {
        ProxySelector.setDefault(usual);
    }
}
