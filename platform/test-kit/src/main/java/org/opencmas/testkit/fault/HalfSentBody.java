package org.opencmas.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import org.opencmas.testkit.Eventually;

/** A connection to this machine that announces a request's body and sends of it what its owner likes, when its owner likes. */
public final class HalfSentBody implements AutoCloseable {
    private static final int CONNECT_MILLIS = Math.toIntExact(Eventually.PATIENCE.toMillis());

    private final Socket socket;
    private final PushbackInputStream in;
    private final OutputStream out;

    private HalfSentBody(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new PushbackInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * Sends the head of a POST.
     *
     * @param announced length of the body in bytes
     */
    public static HalfSentBody post(int port, String path, Map<String, String> headers, long announced) {
        var head = new StringJoiner("\r\n", "", "\r\n\r\n");
        head.add("POST " + path + " HTTP/1.1").add("Host: localhost:" + port).add("Content-Length: " + announced);
        headers.forEach((name, value) -> head.add(name + ": " + value));
        try {
            var socket = new Socket();
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            var body = new HalfSentBody(socket);
            body.send(head.toString().getBytes(StandardCharsets.US_ASCII));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a part; does nothing when the server has closed the connection. */
    public HalfSentBody send(byte[] part) {
        try {
            out.write(part);
            out.flush();
        } catch (IOException closed) {
            // What it answered before can still be read.
        }
        return this;
    }

    /**
     * The status of the answer.
     *
     * @return 0 when none came in time, -1 when the connection was closed without one
     */
    public int status(Duration patience) {
        String line = line(patience);
        return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : line.isEmpty() ? 0 : -1;
    }

    /** Whether the server has said nothing until now, and so still waits for the rest or works on the request. */
    public boolean isUnanswered() {
        try {
            socket.setSoTimeout(1);
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
            }
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    /** Whether the server closes the connection in time. */
    public boolean isClosedWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                socket.setSoTimeout(Math.toIntExact(Math.max(1, (end - System.nanoTime()) / 1_000_000)));
                if (in.read() < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** The first line of the answer; empty when none came in time, "closed" when none will. */
    private String line(Duration patience) {
        try {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            var line = new StringBuilder();
            for (int next = in.read(); next != '\r'; next = in.read()) {
                if (next < 0) {
                    return "closed";
                }
                line.append((char) next);
            }
            return line.toString();
        } catch (SocketTimeoutException none) {
            return "";
        } catch (IOException reset) {
            return "closed";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
