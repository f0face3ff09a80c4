package org.opencmas.testkit.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A proxy before a server that can be paused: open connections stay open and nothing passes any more, as behind a firewall that forgot
 * them or before a host that lost its power. Connections opened after the pause work.
 */
public final class PausableProxy implements AutoCloseable {
    private static final int CHUNK_BYTES = 8192;

    private final String host;
    private final int port;
    private final ServerSocket door;
    private final List<Passage> passages = new CopyOnWriteArrayList<>();

    /** Opens a door to that server on a free port of the loopback address. */
    public PausableProxy(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException("no port for a proxy", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the door is. */
    public int port() {
        return door.getLocalPort();
    }

    /** Stops all bytes of the connections that are open now. */
    public void pauseWhatIsConnected() {
        passages.forEach(passage -> passage.paused = true);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Passage passage = new Passage(door.accept(), new Socket(host, port));
                passages.add(passage);
                Thread.ofVirtual().start(() -> passage.pass(passage.client, passage.server));
                Thread.ofVirtual().start(() -> passage.pass(passage.server, passage.client));
            } catch (IOException e) {
                // Closed, or one of both sides went away at once.
            }
        }
    }

    private static final class Passage {
        private final Socket client;
        private final Socket server;
        private final CountDownLatch never = new CountDownLatch(1);
        private volatile boolean paused;

        Passage(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pass(Socket from, Socket to) {
            byte[] chunk = new byte[CHUNK_BYTES];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                    if (paused) {
                        never.await();
                    }
                    out.write(chunk, 0, length);
                }
            } catch (IOException | InterruptedException e) {
                // One of both sides went away, or the proxy was closed.
            } finally {
                close();
            }
        }

        void close() {
            try (client;
                    server) {
                never.countDown();
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        passages.forEach(Passage::close);
    }
}
