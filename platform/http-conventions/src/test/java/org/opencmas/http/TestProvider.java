package org.opencmas.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An identity provider that does nothing but publish its keys. Test and application meet it in the system properties. */
final class TestProvider implements AutoCloseable {
    private static final String ROTATED = "org.opencmas.http.rotated";
    private static final String ASKED = "org.opencmas.http.keys-asked-for";

    private final HttpServer server;

    TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(ROTATED, "false");
        System.setProperty(ASKED, "0");
        server.createContext("/protocol/openid-connect/certs", exchange -> {
            System.setProperty(ASKED, Integer.toString(timesAsked() + 1));
            byte[] keys = (Boolean.getBoolean(ROTATED) ? TestTokens.keySet() : TestTokens.keySetBeforeRotation())
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on the second key is published beside the first. */
    static void rotate() {
        System.setProperty(ROTATED, "true");
    }

    static int timesAsked() {
        return Integer.getInteger(ASKED, 0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
