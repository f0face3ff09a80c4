package org.opencmas.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address, where everything that is started here listens. */
public final class Loopback {
    /** The address as text: IPv4 by number, so that no resolver has a say. */
    public static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /** Tells whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns a port that is free now. Nothing reserves it, so use it at once. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No free port on " + ADDRESS + ": " + e.getMessage(), e);
        }
    }

    /**
     * Refuses a port that is taken.
     *
     * @param wantedBy who wants to listen there, for the message
     * @param remedy what the reader can do about it, such as the variable that moves the port
     * @throws StartFailure when something listens on the port
     */
    public static void requireFree(int port, String wantedBy, String remedy) {
        if (!isFree(port)) {
            throw new StartFailure("Port " + port + " is taken by another process, and " + wantedBy
                    + " wants to listen there: " + remedy + ".");
        }
    }
}
